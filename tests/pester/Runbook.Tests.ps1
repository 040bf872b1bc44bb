# The runbook of Azure Automation in a real PowerShell, on a machine that is called like its worker, against the sandbox.

BeforeAll {
    Import-Module "$PSScriptRoot/TestModule.psm1" -Force
    Import-Module (Get-ModuleManifest) -Force
    $script:Runbook = [IO.Path]::GetFullPath("$PSScriptRoot/../../scripts/azure/Invoke-PulpoSyncRunbook.ps1")
    $script:Store = Join-Path $TestDrive 'store.db'
    $PSDefaultParameterValues['*-Integration*:StorePath'] = $Store
    $script:Sandbox = Start-Sandbox

    # What Azure Automation offers to a job; then the runbook, as a job of its own process.
    $script:Driver = Join-Path $TestDrive 'driver.ps1'
    @'
param([string] $Runbook, [string] $Parameters)
function global:Get-AutomationVariable([string] $Name) { if ($Name -eq 'ShopToken') { $env:TEST_TOKEN } else { throw "No asset $Name" } }
function global:Get-AutomationPSCredential([string] $Name) {
    if ($Name -ne 'Wms') { throw "No asset $Name" }
    $secret = [securestring]::new(); $env:TEST_PASSWORD.ToCharArray().ForEach{ $secret.AppendChar($_) }
    [pscredential]::new('user', $secret)
}
$splat = $Parameters | ConvertFrom-Json -AsHashtable
try {
    & $Runbook @splat | ConvertTo-Json -Compress -AsArray
    "left: $env:SHOP_TOKEN$env:WMS_PASSWORD"
}
catch { [Console]::Error.WriteLine($_.Exception.Message); exit 1 }
'@ | Set-Content $Driver

    function Invoke-Job([hashtable] $Parameters = @{}) {
        $splat = @{ WorkerName = [Environment]::MachineName; StorePath = $Store; MaxDuration = '00:00:06'; PauseSeconds = 3 }
        foreach ($name in $Parameters.Keys) { $splat[$name] = $Parameters[$name] }
        $before = $env:PSModulePath
        $env:PSModulePath = "$(Split-Path (Split-Path (Get-ModuleManifest)))$([IO.Path]::PathSeparator)$before"
        try { $lines = & (Join-Path $PSHOME 'pwsh') -NoProfile -NonInteractive -File $Driver $Runbook ($splat | ConvertTo-Json -Compress) 2>&1 }
        finally { $env:PSModulePath = $before }
        [pscustomobject]@{
            Failed = $LASTEXITCODE -ne 0
            Rounds = @($lines | Where-Object { "$_" -match '^\[' } | ConvertFrom-Json)
            Text   = ($lines | Out-String)
        }
    }
}

AfterAll {
    Stop-Sandbox $Sandbox
    $PSDefaultParameterValues.Clear()
}

Describe 'The runbook' {
    It 'stops on a machine that is not the worker' {
        $job = Invoke-Job @{ WorkerName = 'sync01' }
        $job.Failed | Should -BeTrue
        $job.Text | Should -BeLike "*not on the hybrid worker 'sync01'*"
        $Store | Should -Not -Exist
    }

    It 'says so when it runs in a sandbox of Azure' {
        $env:AZUREPS_HOST_ENVIRONMENT = 'AzureAutomation/'
        try { (Invoke-Job @{ WorkerName = 'sync01' }).Text | Should -BeLike '*sandbox, whose disk is thrown away*' }
        finally { $env:AZUREPS_HOST_ENVIRONMENT = $null }
    }

    It 'makes no store where there is none' {
        $job = Invoke-Job
        $job.Failed | Should -BeTrue
        $job.Text | Should -BeLike '*There is no store*'
        $Store | Should -Not -Exist
    }

    It 'refuses <Name> <Value>' -ForEach @(
        @{ Name = 'MaxDuration'; Value = '55'; Message = '*00:55:00*' }
        @{ Name = 'VariableAssets'; Value = 'SHOP_TOKEN'; Message = '*NAME=Asset*' }
        @{ Name = 'VariableAssets'; Value = 'SHOP_TOKEN=Nowhere'; Message = '*No asset Nowhere*' }
    ) {
        $job = Invoke-Job @{ $Name = $Value }
        $job.Failed | Should -BeTrue
        $job.Text | Should -BeLike $Message
    }
}

Describe 'The runbook with work' {
    BeforeAll {
        if (-not $Sandbox) { return }
        $env:TEST_TOKEN = $Sandbox.Shop.accessToken
        $env:TEST_PASSWORD = $Sandbox.Tenant.password
        $null = Initialize-IntegrationStore
        $null = New-IntegrationCredential 'Shop' Shopify $Sandbox.Shop.address -AccessTokenEnv SHOP_TOKEN -Sandbox -SkipCheck
        $null = New-IntegrationCredential 'Wms' Pulpo $Sandbox.Tenant.address -UserName $Sandbox.Tenant.userName -PasswordEnv WMS_PASSWORD -Sandbox -SkipCheck
        $null = New-IntegrationConfig 'Orders' sales_orders Shop Wms -StartFrom (Get-Date).AddDays(-50) -SkipCheck
    }

    AfterAll {
        $env:TEST_TOKEN = $env:TEST_PASSWORD = $null
    }

    BeforeEach {
        if (-not $Sandbox) { Set-ItResult -Skipped -Because 'the command line is not built' }
    }

    It 'fails at its end with the name and the reason of what failed' {
        $job = Invoke-Job
        $job.Failed | Should -BeTrue
        $job.Text | Should -BeLike '*Orders: *SHOP_TOKEN*Get-IntegrationLog*'
    }

    It 'runs what is due, with secrets from the assets, and leaves none behind' {
        # What has failed is due again at its next time only.
        Remove-IntegrationConfig 'Orders' -Confirm:$false
        $null = New-IntegrationConfig 'Orders' sales_orders Shop Wms -StartFrom (Get-Date).AddDays(-50) -SkipCheck
        $job = Invoke-Job @{ VariableAssets = 'SHOP_TOKEN=ShopToken'; LoginAssets = 'WMS_PASSWORD = Wms' }
        $job.Text | Should -BeLike '*left: *'
        $job.Failed | Should -BeFalse
        # The second round found nothing due.
        $job.Rounds | Should -HaveCount 1
        $job.Rounds[0].Runs | Should -Be 1
        $job.Rounds[0].Created | Should -BeGreaterThan 0
        $job.Rounds[0].Created | Should -Be (Get-IntegrationRun | Select-Object -First 1).Counts.Created
        $job.Text | Should -Not -BeLike "*$($Sandbox.Shop.accessToken)*"
        $job.Text | Should -Match '(?m)^left: \s*$'
    }
}
