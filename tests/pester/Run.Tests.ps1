# Real runs: from a shop of the sandbox into a tenant of the sandbox.

BeforeAll {
    Import-Module "$PSScriptRoot/TestModule.psm1" -Force
    Import-Module (Get-ModuleManifest) -Force
    $script:Store = Join-Path $TestDrive 'store.db'
    $PSDefaultParameterValues['*-Integration*:StorePath'] = $Store
    $script:Sandbox = Start-Sandbox

    function script:New-Setup {
        $null = Initialize-IntegrationStore
        $null = New-IntegrationCredential 'Shop' Shopify $Sandbox.Shop.address -AccessToken (ConvertTo-Secret $Sandbox.Shop.accessToken) -Sandbox
        $login = [pscredential]::new($Sandbox.Tenant.userName, (ConvertTo-Secret $Sandbox.Tenant.password))
        $null = New-IntegrationCredential 'Wms' Pulpo $Sandbox.Tenant.address -Credential $login -Sandbox
        $null = New-IntegrationConfig 'Orders' sales_orders Shop Wms -StartFrom (Get-Date).AddDays(-50)
    }

    if ($Sandbox) { New-Setup }
}

AfterAll {
    Stop-Sandbox $Sandbox
    $PSDefaultParameterValues.Remove('*-Integration*:StorePath')
}

Describe 'Runs' {
    BeforeEach {
        if (-not $Sandbox) { Set-ItResult -Skipped -Because 'the command line is not built' }
    }

    It 'says whether credentials work' {
        Test-IntegrationCredential 'Shop', 'Wms' -Quiet | Should -Be $true, $true
        (Test-IntegrationCredential 'Shop').Account | Should -Not -BeNullOrEmpty
    }

    It 'runs nothing with -WhatIf' {
        Start-Integration 'Orders' -WhatIf
        Get-IntegrationRun | Should -BeNullOrEmpty
    }

    It 'previews record by record, and writes nothing' {
        $records = Start-Integration 'Orders' -Preview -WarningAction SilentlyContinue -WarningVariable warnings -ErrorAction SilentlyContinue
        $records.Kind | Should -Contain 'Previewed'
        if ($records.Kind -contains 'Failed') { "$warnings" | Should -BeLike '*would fail*Start-Integration Orders -Preview | Where-Object Kind -EQ Failed*' }
        $records[0].Trace.Count | Should -BeGreaterThan 1
        $records | Out-String -Width 200 | Should -Match 'Would create'
        Get-IntegrationRun | Should -BeNullOrEmpty
        Get-IntegrationRecord | Should -BeNullOrEmpty
    }

    It 'gives one object per run, and creates nothing twice' {
        $first = Start-Integration 'Orders' -WarningVariable warnings -WarningAction SilentlyContinue
        $first.Status | Should -BeIn 'Finished', 'FinishedPartially'
        $first.Counts.Created | Should -BeGreaterThan 0
        $first | Out-String -Width 200 | Should -Match "FINISHED.*$($first.Counts.Created) created"
        if ($first.Status -eq 'FinishedPartially') { "$warnings" | Should -BeLike "*finished partially*Get-IntegrationLog -RunId $($first.Id)*" }

        $null = Get-IntegrationConfig 'Orders' | Reset-IntegrationCursor -Confirm:$false
        $second = Get-IntegrationConfig 'Orders' | Start-Integration -WarningAction SilentlyContinue
        $second.Counts.Created | Should -Be 0
        $second.Counts.Unchanged | Should -BeGreaterOrEqual $first.Counts.Created
    }

    It 'makes an error of records that failed with -Strict' {
        # Only what fails for the first time counts, so the run needs a store without a past.
        $PSDefaultParameterValues['*-Integration*:StorePath'] = Join-Path $TestDrive 'strict.db'
        try {
            New-Setup
            $run = Get-IntegrationStatus | Start-Integration -Strict -ErrorVariable faults -ErrorAction SilentlyContinue -WarningAction SilentlyContinue
        }
        finally { $PSDefaultParameterValues['*-Integration*:StorePath'] = $Store }

        if ($run.Status -eq 'Finished') { Set-ItResult -Skipped -Because 'the sandbox has no order that fails'; return }
        $faults[0].FullyQualifiedErrorId | Should -BeLike 'Run*,*'
        $faults[0].TargetObject | Should -Be 'Orders'
        "$($faults[0])" | Should -BeLike "*Get-IntegrationLog -RunId $($run.Id)*"
    }

    It 'answers why an order is not there' {
        $skipped = Get-IntegrationRecord -State Skipped, Parked | Select-Object -First 1
        $answer = @(Get-IntegrationRecord $skipped.Number)[0]
        $answer.Reason | Should -Not -BeNullOrEmpty
        $answer.Message | Should -Not -BeNullOrEmpty
        Get-IntegrationLog -Number $skipped.Number | Should -Not -BeNullOrEmpty
    }

    It 'leads from a run to its log' {
        $run = Get-IntegrationRun 'Orders' -Last 1
        ($run | Get-IntegrationLog).RunId | Sort-Object -Unique | Should -Be $run.Id
    }

    It 'explains rule by rule what would happen to one record' {
        $number = (Get-IntegrationRecord -State Written | Where-Object Number -NotLike '*_*' | Select-Object -First 1).Number
        $explained = Start-Integration 'Orders' -Preview -Record $number
        $explained | Should -BeOfType PulpoSync.RecordSettled
        $text = $explained | Out-String -Width 200
        foreach ($rule in $explained[0].Trace) { $text | Should -BeLike "*$($rule.Rule): $($rule.Verdict). *" }
        $text | Should -Match 'OwnMarks: Accept'
        Start-Integration 'Orders' -Preview -Since (Get-Date).AddDays(-50) | Select-Object -First 1 | Out-String | Should -Not -Match 'OwnMarks: Accept'
    }

    It 'tells the story with -Verbose and each request with -Debug' {
        $told = Start-Integration 'Orders' -Since (Get-Date).AddDays(-50) -Verbose -Debug -WarningAction SilentlyContinue 4>&1 5>&1
        $verbose = @($told | Where-Object { $_ -is [System.Management.Automation.VerboseRecord] }).Message
        foreach ($part in 'Has the lease*', 'Reads shopify:*', 'Looks again*', 'Reads what has changed since*', 'a page is kept*') { $verbose | Where-Object { $_ -like "Orders: $part" } | Should -Not -BeNullOrEmpty -Because $part }
        $debug = @($told | Where-Object { $_ -is [System.Management.Automation.DebugRecord] }).Message
        $debug | Where-Object { $_ -match '^Orders: Shopify \S+ 200 in \d+ ms, try 1$' } | Should -Not -BeNullOrEmpty
    }

    It 'runs one record by its number' {
        $number = (Get-IntegrationRecord -State Written | Where-Object Number -NotLike '*_*' | Select-Object -First 1).Number
        (Start-Integration 'Orders' -Record $number -WarningAction SilentlyContinue).Counts.Read | Should -Be 1
    }

    It 'writes an error for a run that failed, after the object' {
        $run = Start-Integration 'Orders' -Record 'no-such-order' -ErrorVariable faults -ErrorAction SilentlyContinue
        $run.Status | Should -Be 'Failed'
        $faults[0].FullyQualifiedErrorId | Should -BeLike 'RunFailed,*'
        { Start-Integration 'Orders' -Record 'no-such-order' -ErrorAction Stop } | Should -Throw -ErrorId 'RunFailed,*'
    }

    It 'compares everything with -Full, which asks for everything' {
        $full = Start-Integration 'Orders' -Full -WarningAction SilentlyContinue
        $full.Counts.Created | Should -Be 0
        $full.Counts.Read | Should -BeGreaterThan 50
        $before = @(Get-IntegrationRun).Count
        { Start-Integration 'Orders' -Full -Since (Get-Date).AddDays(-1) } | Should -Throw -ErrorId 'RequestInvalid,*' -ExpectedMessage '*-Full*-Since*'
        { Start-Integration 'Orders' -Full -Record 1001 } | Should -Throw -ErrorId 'RequestInvalid,*' -ExpectedMessage '*-Full*-Record*'
        { Start-Integration -Due -Full -Record 1001 } | Should -Throw -ErrorId 'RequestInvalid,*'
        @(Get-IntegrationRun).Count | Should -Be $before
    }

    It 'runs nothing when a name is mistyped' {
        $before = @(Get-IntegrationRun).Count
        { Start-Integration 'Ordres' } | Should -Throw -ErrorId 'ConfigNotFound,*'
        @(Get-IntegrationRun).Count | Should -Be $before
    }

    It 'runs what is due, once' {
        $null = New-IntegrationConfig 'Again' sales_orders Shop Wms -StartFrom (Get-Date).AddDays(-1)
        (Start-Integration -Due -WarningAction SilentlyContinue).Integration | Should -Contain 'Again'
        Start-Integration -Due | Should -BeNullOrEmpty
        Remove-IntegrationConfig 'Again' -Confirm:$false
    }

    It 'stops on request and keeps what was done' {
        $null = Reset-IntegrationCursor 'Orders' -Confirm:$false
        $shell = [powershell]::Create()
        $null = $shell.AddScript("Import-Module '$(Get-ModuleManifest)'; Start-Integration Orders -StorePath '$Store' -Since (Get-Date).AddDays(-50) -WarningAction SilentlyContinue")
        $null = $shell.BeginInvoke()
        while ($shell.InvocationStateInfo.State -eq 'Running' -and @(Get-IntegrationRun -Last 1).Status -ne 'Running') { Start-Sleep -Milliseconds 5 }
        $shell.Stop()
        $shell.Dispose()

        # The run may have ended before the request came; what must not happen is that it is left as running.
        (Get-IntegrationRun -Last 1).Status | Should -BeIn 'Stopped', 'Finished', 'FinishedPartially'
    }

    It 'asks a run of another process to stop' {
        Stop-Integration 'Orders' -Wait -PassThru | Should -BeNullOrEmpty -Because 'nothing is at work'
        { Stop-Integration 'Nobody' } | Should -Throw -ErrorId 'ConfigNotFound,*'
        $shell = [powershell]::Create()
        $null = $shell.AddScript("Import-Module '$(Get-ModuleManifest)'; Start-Integration Orders -StorePath '$Store' -Full -WarningAction SilentlyContinue")
        $running = $shell.BeginInvoke()
        while (-not $running.IsCompleted -and @(Get-IntegrationRun -Last 1).Status -ne 'Running') { Start-Sleep -Milliseconds 5 }
        Stop-Integration 'Ord*' -WhatIf
        Stop-Integration 'Ord*' -Wait
        $running.AsyncWaitHandle.WaitOne()
        $shell.Dispose()
        (Get-IntegrationRun -Last 1).Status | Should -BeIn 'Stopped', 'Finished', 'FinishedPartially'
    }

    It 'tests an integration at its systems' {
        Test-IntegrationConfig 'Orders' -Quiet | Should -BeTrue
        Set-IntegrationConfig 'Orders' -WarehouseMap @{ Hamburg = 'Atlantis' } -SkipCheck
        $check = Get-IntegrationConfig 'Orders' | Test-IntegrationConfig
        $check.Succeeded | Should -BeFalse
        $check.Errors.Message | Should -BeLike '*Atlantis*'
        Set-IntegrationConfig 'Orders' -Setting @{ WarehouseMap = $null }
        (Test-IntegrationConfig 'Orders').Succeeded | Should -BeTrue
    }

    It 'clears the log and keeps runs and records' {
        $runs, $records = @(Get-IntegrationRun).Count, @(Get-IntegrationRecord).Count
        Clear-IntegrationLog 'Orders' -WhatIf
        Clear-IntegrationLog 'Orders' -Before (Get-Date).AddDays(-1) -Confirm:$false
        Get-IntegrationLog 'Orders' | Should -Not -BeNullOrEmpty
        Clear-IntegrationLog 'Orders' -Confirm:$false
        Get-IntegrationLog 'Orders' | Should -BeNullOrEmpty
        @(Get-IntegrationRun).Count, @(Get-IntegrationRecord).Count | Should -Be $runs, $records
    }

    It 'fails with the reason when the system refuses the secret' {
        Set-IntegrationCredential 'Shop' -AccessToken (ConvertTo-Secret 'sandbox-wrong') -SkipCheck
        $check = Test-IntegrationCredential 'Shop'
        $check.Succeeded | Should -BeFalse
        $check.Error.Kind | Should -Be 'Authentication'
        $run = Start-Integration 'Orders' -ErrorVariable faults -ErrorAction SilentlyContinue
        $run.Status | Should -Be 'Failed'
        "$faults" | Should -Not -BeLike '*sandbox-wrong*'
    }
}
