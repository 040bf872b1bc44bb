BeforeAll {
    Import-Module "$PSScriptRoot/TestModule.psm1" -Force
    Import-Module (Get-ModuleManifest) -Force
}

Describe 'Initialize-IntegrationStore' {
    It 'makes a store once' {
        $path = Join-Path $TestDrive 'new/store.db'
        (Initialize-IntegrationStore -StorePath $path).Created | Should -BeTrue
        (Initialize-IntegrationStore -StorePath $path).Created | Should -BeFalse
        (Get-IntegrationStore -StorePath $path).Path | Should -Be $path
    }

    It 'makes nothing with -WhatIf' {
        $path = Join-Path $TestDrive 'whatif/store.db'
        Initialize-IntegrationStore -StorePath $path -WhatIf
        Test-Path $path | Should -BeFalse
    }

    It 'takes a path relative to the current location' {
        Push-Location $TestDrive
        try { (Initialize-IntegrationStore -StorePath 'here.db').Path | Should -Be (Join-Path $TestDrive 'here.db') }
        finally { Pop-Location }
    }
}

Describe 'A store that is not there' {
    It 'is an error of <_>, and is not made' -ForEach 'Get-IntegrationStore', 'Get-IntegrationCredential', 'Get-IntegrationConfig', 'Get-IntegrationRun',
        'Get-IntegrationRecord', 'Get-IntegrationLog', 'Get-IntegrationStatus' {
        $path = Join-Path $TestDrive 'missing/store.db'
        { & $_ -StorePath $path } | Should -Throw -ErrorId 'StoreNotFound,*'
        Test-Path $path | Should -BeFalse
    }

    It 'does not keep systems from being listed' {
        (Get-IntegrationConnector -StorePath (Join-Path $TestDrive 'missing/store.db')).Name | Should -Contain 'Shopify'
    }
}

Describe 'Get-IntegrationConnector' {
    It 'knows Shopify and Pulpo, and what flows' {
        (Get-IntegrationConnector Shopify).SourceOf | Should -Contain 'SalesOrders'
        (Get-IntegrationConnector pulpo).DestinationOf | Should -Contain 'SalesOrders'
    }

    It 'names the systems there are when one does not exist' {
        { Get-IntegrationConnector Nowhere } | Should -Throw -ErrorId 'SystemUnknown,*' -ExpectedMessage '*Shopify*'
    }
}
