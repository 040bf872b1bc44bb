BeforeDiscovery {
    # Another account can only be tried by root, and systemd is only on Linux; everything else runs everywhere.
    $script:CanActForOthers = $IsLinux -and (id -u) -eq 0 -and (Get-Command useradd, runuser -ErrorAction Ignore).Count -eq 2
    # A PowerShell that is a tool of .NET belongs to the account that has installed it.
    if ($script:CanActForOthers) {
        runuser -u nobody -- test -x "$PSHOME/pwsh"
        $script:CanActForOthers = $LASTEXITCODE -eq 0
    }

    if (-not $script:CanActForOthers) {
        Write-Warning 'Schedules of another account are left out: they need Linux, root, useradd, runuser and a PowerShell that every account may start.'
    }

    $script:CanVerify = $IsLinux -and [bool](Get-Command systemd-analyze -ErrorAction Ignore)
    if (-not $script:CanVerify) { Write-Warning 'The units are not verified: there is no systemd-analyze here.' }
}

BeforeAll {
    Import-Module "$PSScriptRoot/TestModule.psm1" -Force
    Import-Module (Get-ModuleManifest) -Force

    # A systemctl that keeps what it was told in files: what is enabled and started, and every call.
    function Build-FakeControl([string] $Folder) {
        $null = New-Item -ItemType Directory $Folder
        @"
#!/bin/sh
echo "`$*" >> '$Folder/calls'
[ "`$1" = --user ] && shift
case "`$1" in
    is-system-running) cat '$Folder/state'; exit 0 ;;
    enable) echo "`$2" > '$Folder/enabled' ;;
    disable) rm -f '$Folder/enabled' ;;
    show) [ -f '$Folder/enabled' ] && printf 'ActiveState=active\nUnitFileState=enabled\nNextElapseUSecRealtime=Fri 2026-11-27 16:52:00 UTC\nExecMainStatus=2\nExecMainStartTimestamp=Fri 2026-11-27 16:51:00 UTC\nExecMainExitTimestamp=Fri 2026-11-27 16:51:02 UTC\n' ;;
esac
exit 0
"@ | Set-Content "$Folder/systemctl"
        chmod 755 "$Folder/systemctl"
        Set-Content "$Folder/state" running
    }

    # A folder with the stand-in on the path and a place for units. $TestDrive is for root alone; the account of a schedule must get through.
    function Build-World {
        $folder = (New-Item -ItemType Directory "/tmp/pulposync-schedule-$([guid]::NewGuid().ToString('N'))").FullName
        chmod 755 $folder
        Build-FakeControl "$folder/bin"
        $env:PATH = "$folder/bin:$env:PATH"
        $env:SYSTEMD_UNIT_PATH = "$folder/units"
        $folder
    }

    function Exit-World([string] $Folder) {
        $env:PATH = $env:PATH.Replace("$Folder/bin:", '')
        $env:SYSTEMD_UNIT_PATH = $null
        Remove-Item $Folder -Recurse -Force
    }
}

Describe 'Schedules of systemd' -Skip:(-not $IsLinux) {
    BeforeEach {
        $folder = Build-World
        $store = "$folder/data/pulposync.db"
        $PSDefaultParameterValues['*-Integration*:StorePath'] = $store
        $null = Initialize-IntegrationStore
    }

    AfterEach {
        $PSDefaultParameterValues.Clear()
        Exit-World $folder
    }

    It 'makes one task, leaves it, and changes it' {
        $made = Register-IntegrationSchedule
        $made.Change | Should -Be Created
        $made.Every | Should -Be 1
        $made.StorePath | Should -Be $store
        $made.Account | Should -Be ([Environment]::UserName)
        $made.NextRunAt | Should -Be ([DateTimeOffset]'2026-11-27T16:52:00Z')
        $made.LastExitCode | Should -Be 2
        (Register-IntegrationSchedule).Change | Should -Be Unchanged
        (Register-IntegrationSchedule -Every 5).Change | Should -Be Changed
        (Get-IntegrationSchedule).Every | Should -Be 5
        Get-Content "$folder/units/pulposync.timer" | Should -Contain 'OnCalendar=*:0/5'
        Get-Content "$folder/bin/enabled" | Should -Be 'pulposync.timer'
    }

    It 'switches on again what somebody has switched off' {
        $null = Register-IntegrationSchedule
        Remove-Item "$folder/bin/enabled"
        (Register-IntegrationSchedule).Change | Should -Be Changed
        "$folder/bin/enabled" | Should -Exist
    }

    It 'does nothing with -WhatIf' {
        Register-IntegrationSchedule -WhatIf
        "$folder/units" | Should -Not -Exist
        "$folder/bin/calls" | Should -Not -Exist
        $null = Register-IntegrationSchedule
        Unregister-IntegrationSchedule * -WhatIf
        Get-IntegrationSchedule | Should -HaveCount 1
    }

    It 'starts a command that really runs what is due' {
        $null = Register-IntegrationSchedule
        $line = (Get-Content "$folder/units/pulposync.service") -match '^ExecStart=' -replace '^ExecStart='
        & /bin/sh -c $line
        $LASTEXITCODE | Should -Be 0
    }

    It 'makes units that systemd accepts' -Skip:(-not $CanVerify) {
        $null = Register-IntegrationSchedule
        # With the units of the machine, which ours name.
        $env:SYSTEMD_UNIT_PATH += ':'
        $said = systemd-analyze verify --man=no "$folder/units/pulposync.service" "$folder/units/pulposync.timer" 2>&1 | Out-String
        $said | Should -Not -Match 'pulposync\.(service|timer)'
        $LASTEXITCODE | Should -Be 0
    }

    It 'removes by name and from the pipeline, and names what is not there' {
        $null = Register-IntegrationSchedule
        $null = Register-IntegrationSchedule Second -Every 10
        (Get-IntegrationSchedule).Name | Should -Be 'PulpoSync', 'Second'
        Unregister-IntegrationSchedule second
        Get-IntegrationSchedule | Unregister-IntegrationSchedule
        Get-IntegrationSchedule | Should -BeNullOrEmpty
        Get-ChildItem "$folder/units" | Should -BeNullOrEmpty
        { Get-IntegrationSchedule PulpoSync } | Should -Throw -ErrorId 'ScheduleNotFound,*'
        { Unregister-IntegrationSchedule PulpoSync } | Should -Throw -ErrorId 'ScheduleNotFound,*'
    }

    It 'says what to type where systemd does not run' {
        Set-Content "$folder/bin/state" offline
        { Register-IntegrationSchedule -Every 5 } | Should -Throw -ErrorId 'ScheduleUnsupported,*' -ExpectedMessage "*`*/5 * * * `**Invoke-PulpoSync.ps1*"
        "$folder/units" | Should -Not -Exist
    }

    It 'finds that the key is missing where only this session has it' {
        $env:PULPOSYNC_KEY = (Get-Content "$store.key")
        try {
            Remove-Item "$store.key"
            { Register-IntegrationSchedule } | Should -Throw -ErrorId 'ScheduleCheckFailed,*' -ExpectedMessage '*key of the store cannot be read*'
        }
        finally { $env:PULPOSYNC_KEY = $null }
        "$folder/units" | Should -Not -Exist
    }

    It 'refuses <Id>' -ForEach @(
        @{ Id = 'AccountInvalid'; Splat = @{ Account = 'nobody-of-this-name' } }
        @{ Id = 'AccountInvalid'; Splat = @{ GroupManagedServiceAccount = 'ACME\pulpo$' } }
        @{ Id = 'ScheduleInvalid'; Splat = @{ Name = '../escape' } }
        @{ Id = 'ScheduleInvalid'; Splat = @{ TimeLimit = '00:00:01' } }
    ) {
        { Register-IntegrationSchedule @Splat } | Should -Throw -ErrorId "$Id,*"
        "$folder/units" | Should -Not -Exist
    }

    It 'completes names' {
        $null = Register-IntegrationSchedule Nightly
        Get-Completion 'Unregister-IntegrationSchedule N' | Should -Contain 'Nightly'
    }

    It 'shows how it ended in words' {
        $null = Register-IntegrationSchedule
        Get-IntegrationSchedule | Out-String | Should -Match 'FINISHED PARTIALLY'
    }
}

Describe 'A schedule of another account' -Skip:(-not $CanActForOthers) {
    BeforeAll {
        $account = "pulposync-$([guid]::NewGuid().ToString('N').Substring(0, 8))"
        useradd --system --no-create-home $account
        if ($LASTEXITCODE) { throw 'The account could not be made.' }
        # What "installed for all users" means: a place that everybody can read.
        $shared = "/tmp/$account"
        Copy-Item (Split-Path (Get-ModuleManifest)) "$shared/PulpoSync" -Recurse
        chmod -R a+rX $shared
        Remove-Module PulpoSync
        Import-Module "$shared/PulpoSync/PulpoSync.psd1"
    }

    AfterAll {
        userdel $account
        Remove-Module PulpoSync
        Import-Module (Get-ModuleManifest)
        Remove-Item $shared -Recurse -Force
    }

    BeforeEach {
        $folder = Build-World
        $store = "$folder/data/pulposync.db"
        $PSDefaultParameterValues['*-Integration*:StorePath'] = $store
    }

    AfterEach {
        $PSDefaultParameterValues.Clear()
        Exit-World $folder
    }

    It 'fails with what to type when root has made the store for itself, and works when that was typed' {
        $null = Initialize-IntegrationStore
        { Register-IntegrationSchedule -Account $account } |
            Should -Throw -ErrorId 'ScheduleCheckFailed,*' -ExpectedMessage "*Initialize-IntegrationStore -StorePath '$store' -Account '$account'*"
        "$folder/units" | Should -Not -Exist

        (Initialize-IntegrationStore -Account $account).Created | Should -BeFalse
        $made = Register-IntegrationSchedule -Account $account
        $made.Account | Should -Be $account
        Get-Content "$folder/units/pulposync.service" | Should -Contain "User=$account"
    }

    It 'runs as that account after root has set up, and root can still use the store' {
        $null = Initialize-IntegrationStore -Account $account
        $null = Register-IntegrationSchedule -Account $account
        $null = Get-IntegrationStatus
        $line = (Get-Content "$folder/units/pulposync.service") -match '^ExecStart=' -replace '^ExecStart='
        runuser -u $account -- /bin/sh -c $line
        $LASTEXITCODE | Should -Be 0
        stat -c '%U %a' "$folder/data" "$store" "$store.key" | Should -Be "$account 700", "$account 600", "$account 600"
    }

    It 'says which folder is in the way' {
        chmod 700 $folder
        { Initialize-IntegrationStore -Account $account } | Should -Throw -ErrorId 'StoreNotWritable,*' -ExpectedMessage "*chmod o+x '$folder'*"
    }

    It 'leaves a folder alone in which other files lie, and says so' {
        $null = New-Item -ItemType Directory "$folder/data"
        Set-Content "$folder/data/other.txt" 'not ours'
        { Initialize-IntegrationStore -Account $account } | Should -Throw -ErrorId 'StoreNotWritable,*' -ExpectedMessage '*folder of its own*'
        stat -c '%U' "$folder/data/other.txt" "$folder/data" | Should -Be 'root', 'root'
    }

    It 'says that the module must be installed for all users' {
        $null = Initialize-IntegrationStore -Account $account
        chmod 700 $shared
        try {
            { Register-IntegrationSchedule -Account $account } |
                Should -Throw -ErrorId 'ScheduleCheckFailed,*' -ExpectedMessage '*Install-PSResource PulpoSync -Scope AllUsers*'
        }
        finally { chmod 755 $shared }
    }
}
