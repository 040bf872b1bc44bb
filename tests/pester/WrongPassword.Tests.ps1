# The warehouse refuses the password: one clear error, nothing lost, and set right by one command.

BeforeAll {
    Import-Module "$PSScriptRoot/TestModule.psm1" -Force
    Import-Module (Get-ModuleManifest) -Force
    $PSDefaultParameterValues['*-Integration*:StorePath'] = Join-Path $TestDrive 'store.db'
    $script:Sandbox = Start-Sandbox

    function script:New-Login([string] $Text) { [pscredential]::new($Sandbox.Tenant.userName, (ConvertTo-Secret $Text)) }

    if ($Sandbox) {
        $null = Initialize-IntegrationStore
        $null = New-IntegrationCredential 'Shop' Shopify $Sandbox.Shop.address -AccessToken (ConvertTo-Secret $Sandbox.Shop.accessToken) -Sandbox
        # The check leaves a valid token in the cache.
        $null = New-IntegrationCredential 'Wms' Pulpo $Sandbox.Tenant.address -Credential (New-Login $Sandbox.Tenant.password) -Sandbox
        $null = New-IntegrationConfig 'Orders' sales_orders Shop Wms -StartFrom 2020-01-01
    }
}

AfterAll {
    Stop-Sandbox $Sandbox
    $PSDefaultParameterValues.Remove('*-Integration*:StorePath')
}

Describe 'A wrong password' {
    BeforeEach {
        if (-not $Sandbox) { Set-ItResult -Skipped -Because 'the command line is not built' }
    }

    It 'is not saved unless asked' {
        { Set-IntegrationCredential 'Wms' -Credential (New-Login 'not this one') } |
            Should -Throw -ErrorId 'CredentialRefused,*' -ExpectedMessage '*refuses the login*Nothing was saved*-SkipCheck*'
        (Test-IntegrationCredential 'Wms').Succeeded | Should -BeTrue
        Set-IntegrationCredential 'Wms' -Credential (New-Login 'wrong-password-canary') -SkipCheck
    }

    It 'is one clear error of the run, and changes nothing' {
        $cursor = (Get-IntegrationConfig 'Orders').Cursor
        $Error.Clear()
        $run = Start-Integration 'Orders' -ErrorAction SilentlyContinue -WarningVariable warnings

        $run.Status | Should -Be 'Failed'
        $Error.Count | Should -Be 1
        $Error[0].FullyQualifiedErrorId | Should -Be 'RunFailed,PulpoSync.PowerShell.Commands.StartIntegrationCommand'
        $Error[0].TargetObject | Should -Be 'Orders'
        "$($Error[0])" | Should -BeLike "Orders failed: PULPO at 127.0.0.1 refuses the login of ""$($Sandbox.Tenant.userName)""*Check user name*password*Credential: ""Wms"".*Next: Get-IntegrationLog -RunId $($run.Id)"
        "$($Error[0])" | Should -Not -BeLike '*canary*'
        $warnings | Should -BeNullOrEmpty
        Get-WarehouseOrder $Sandbox | Should -BeNullOrEmpty
        (Get-IntegrationConfig 'Orders').Cursor | Should -Be $cursor
        (Get-IntegrationLog -RunId $run.Id).Message | Should -Not -BeLike '*canary*'
    }

    It 'is told by the next run too, which does not try it again' {
        $Error.Clear()
        $null = Start-Integration 'Orders' -ErrorAction SilentlyContinue
        $Error.Count | Should -Be 1
        "$($Error[0])" | Should -BeLike "*The last login of ""$($Sandbox.Tenant.userName)"" at http*was refused*Set-IntegrationCredential*Credential: ""Wms""*"
        { Start-Integration 'Orders' -ErrorAction Stop } | Should -Throw -ErrorId 'RunFailed,*'
    }

    It 'stands in the status of the integration' {
        (Get-IntegrationStatus 'Orders').LastRun.Status | Should -Be 'Failed'
        (Test-IntegrationCredential 'Wms').Error.Kind | Should -Be 'Authentication'
    }

    It 'is set right by Set-IntegrationCredential, and every order arrives' {
        $Error.Clear()
        Set-IntegrationCredential 'Wms' -Credential (New-Login $Sandbox.Tenant.password)
        $run = Start-Integration 'Orders' -WarningAction SilentlyContinue

        $Error.Count | Should -Be 0
        $run.Status | Should -BeIn 'Finished', 'FinishedPartially'
        $run.Counts.Created | Should -BeGreaterThan 20
        @(Get-WarehouseOrder $Sandbox).Count | Should -Be $run.Counts.Created
        $again = Start-Integration 'Orders' -WarningAction SilentlyContinue
        $again.Counts.Created, $again.Counts.Failed | Should -Be 0, 0
    }

    It 'has cost one login for each password, since PULPO bans who logs in too often' {
        (Invoke-RestMethod "$($Sandbox.Control)traffic").byOperation.'pulpo POST /api/v1/auth' | Should -Be 3
    }
}
