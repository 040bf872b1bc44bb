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

Describe 'Backup-IntegrationStore' {
    BeforeEach {
        $store = Join-Path $TestDrive "$(New-Guid)/store.db"
        $null = Initialize-IntegrationStore -StorePath $store
        $script:Copy = Join-Path (Split-Path $store) 'copy.db'
    }

    It 'copies the store without its key, and says where the key lies' {
        $backup = Backup-IntegrationStore $copy -StorePath $store
        $backup.Path | Should -Be $copy
        $backup.Size | Should -Be (Get-Item $copy).Length
        $backup.SchemaVersion | Should -Be (Get-IntegrationStore -StorePath $store).SchemaVersion
        $backup.KeySource | Should -Be "$store.key"
        Test-Path "$copy.key" | Should -BeFalse
        { Get-IntegrationStore -StorePath $copy } | Should -Throw -ErrorId 'StoreKeyNotFound,*'
    }

    It 'writes nothing with -WhatIf' {
        Backup-IntegrationStore $copy -StorePath $store -WhatIf
        Test-Path $copy | Should -BeFalse
    }

    It 'replaces a file with -Force only' {
        Set-Content $copy 'precious'
        { Backup-IntegrationStore $copy -StorePath $store } | Should -Throw -ErrorId 'FileExists,*' -ExpectedMessage '*-Force*'
        Get-Content $copy | Should -Be 'precious'
        (Backup-IntegrationStore $copy -StorePath $store -Force).Size | Should -BeGreaterThan 4096
    }

    It 'never writes over the store itself' {
        { Backup-IntegrationStore $store -StorePath $store -Force } | Should -Throw -ErrorId 'RequestInvalid,*'
        { Get-IntegrationStore -StorePath $store } | Should -Not -Throw
    }

    It 'names the file by the moment in a folder, relative to the current location' {
        Push-Location (Split-Path $store)
        try { (Backup-IntegrationStore . -StorePath $store).Path | Should -Match 'pulposync-\d{8}-\d{6}\.db$' }
        finally { Pop-Location }
    }

    It 'can be put in the place of the store' {
        $null = Backup-IntegrationStore $copy -StorePath $store
        Remove-Item $store
        Copy-Item $copy $store
        (Get-IntegrationStore -StorePath $store).Path | Should -Be $store
    }
}

Describe 'Update-IntegrationStoreKey' {
    BeforeEach {
        $script:Store = Join-Path $TestDrive "$(New-Guid)/store.db"
        $null = Initialize-IntegrationStore -StorePath $store
        $script:Old = Get-Content "$store.key"
        $null = New-IntegrationCredential Shop Shopify acme -AccessToken (ConvertTo-Secret 'shpat_canary') -SkipCheck -StorePath $store
    }

    It 'gives the store a new key, and says what to do with it' {
        $change = Update-IntegrationStoreKey -StorePath $store -WarningVariable said 3>$null
        $change.PSObject.TypeNames | Should -Contain 'PulpoSync.StoreKeyChange'
        $change.Path | Should -Be $store
        $change.KeySource | Should -Be "$store.key"
        $change.Secrets | Should -Be 1
        "$said" | Should -BeLike '*Backups from before need the old key.'
        Get-Content "$store.key" | Should -Not -Be $old
        Test-Path "$store.key.new" | Should -BeFalse
        (Get-IntegrationCredential Shop -StorePath $store).Name | Should -Be 'Shop'
    }

    It 'changes nothing with -WhatIf' {
        Update-IntegrationStoreKey -StorePath $store -WhatIf
        Get-Content "$store.key" | Should -Be $old
    }

    It 'says what to set where the key comes from a variable, and takes the new one from there' {
        $make = { [Convert]::ToBase64String([Security.Cryptography.RandomNumberGenerator]::GetBytes(32)) }
        $env:PULPOSYNC_KEY = $old
        try {
            { Update-IntegrationStoreKey -StorePath $store } | Should -Throw -ErrorId 'StoreKeyNotFound,*' -ExpectedMessage '*set PULPOSYNC_KEY_NEW*'
            $env:PULPOSYNC_KEY_NEW = & $make
            (Update-IntegrationStoreKey -StorePath $store 3>$null).KeySource | Should -Be 'PULPOSYNC_KEY_NEW'
            $env:PULPOSYNC_KEY, $env:PULPOSYNC_KEY_NEW = $env:PULPOSYNC_KEY_NEW, $null
            (Get-IntegrationCredential Shop -StorePath $store).Name | Should -Be 'Shop'
        }
        finally { $env:PULPOSYNC_KEY = $env:PULPOSYNC_KEY_NEW = $null }
    }

    It 'is refused for a backup that needs the old key' {
        $copy = Join-Path (Split-Path $store) 'copy.db'
        $null = Backup-IntegrationStore $copy -StorePath $store
        $null = Update-IntegrationStoreKey -StorePath $store 3>$null
        Copy-Item "$store.key" "$copy.key"
        { Get-IntegrationStore -StorePath $copy } | Should -Throw -ErrorId 'StoreKeyWrong,*' -ExpectedMessage '*A backup needs the key of its time*'
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
