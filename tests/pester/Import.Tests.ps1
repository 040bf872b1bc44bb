BeforeAll {
    Import-Module "$PSScriptRoot/TestModule.psm1" -Force
    Import-Module (Get-ModuleManifest) -Force
    $PSDefaultParameterValues['*-Integration*:StorePath'] = Join-Path $TestDrive 'store.db'
    $script:File = Join-Path $TestDrive 'stores.json'
    $script:Other = @{ StorePath = Join-Path $TestDrive 'other.db' }
    $null = Initialize-IntegrationStore
    $null = New-IntegrationCredential 'Shop' Shopify acme -AccessTokenEnv SHOP_TOKEN -SkipCheck
    $null = New-IntegrationCredential 'Wms' Pulpo https://eu.pulpo.co -UserName sync -PasswordEnv WMS_PASSWORD -SkipCheck
    $null = New-IntegrationCredential 'Unused' Shopify beta -AccessToken (ConvertTo-Secret 'the token itself') -SkipCheck
    $null = New-IntegrationConfig 'Orders' sales_orders Shop Wms -SkipCheck -Tag a, b -WarehouseMap @{ 'A = B' = 'C' } -TimeZone Europe/Berlin
    $null = New-IntegrationConfig 'Stock' stock Wms Shop -SkipCheck -Quantity OnHand -DailyAt 03:00 -Disabled
}

AfterAll {
    $PSDefaultParameterValues.Remove('*-Integration*:StorePath')
}

Describe 'Export-IntegrationConfig' {
    BeforeEach { Remove-Item $File -ErrorAction Ignore }

    It 'writes all that is set up, and gives back the file' {
        (Export-IntegrationConfig $File).FullName | Should -Be $File
        $content = Get-Content $File -Raw | ConvertFrom-Json
        $content.credentials.name | Should -Be 'Shop', 'Unused', 'Wms'
        $content.stores.integrations.name | Should -Be 'Orders', 'Stock'
        $content.credentials[0].secrets.AccessToken.env | Should -Be 'SHOP_TOKEN'
    }

    It 'follows the schema that the module brings along' {
        $null = Export-IntegrationConfig $File
        Get-Content $File -Raw | Test-Json -SchemaFile (Join-Path (Split-Path (Get-ModuleManifest)) 'import.schema.json') | Should -BeTrue
    }

    It 'holds no secret' {
        $null = Export-IntegrationConfig $File
        Get-Content $File -Raw | Should -Not -Match 'the token itself'
    }

    It 'takes what the pipeline names into one file, with the credentials that it uses' {
        $null = Get-IntegrationConfig | Export-IntegrationConfig $File
        $content = Get-Content $File -Raw | ConvertFrom-Json
        $content.credentials.name | Should -Be 'Shop', 'Wms'
        $content.stores.integrations.name | Should -Be 'Orders', 'Stock'
    }

    It 'writes nothing for a pipeline that names nothing' {
        Get-IntegrationConfig 'Nothing*' | Export-IntegrationConfig $File | Should -BeNullOrEmpty
        Test-Path $File | Should -BeFalse
    }

    It 'writes nothing with -WhatIf' {
        Export-IntegrationConfig $File -WhatIf
        Test-Path $File | Should -BeFalse
    }

    It 'replaces a file only with -Force' {
        Set-Content $File 'mine'
        { Export-IntegrationConfig $File } | Should -Throw -ErrorId 'FileExists,*' -ExpectedMessage '*-Force*'
        Get-Content $File | Should -Be 'mine'
        $null = Export-IntegrationConfig $File -Force
        Get-Content $File -Raw | Should -Match 'SHOP_TOKEN'
    }

    It 'refuses an integration that does not exist' {
        { Export-IntegrationConfig $File -Name Nobody } | Should -Throw -ErrorId 'ConfigNotFound,*'
    }

    It 'completes names' {
        Get-Completion "Export-IntegrationConfig -StorePath '$TestDrive/store.db' x.json -Name Or" | Should -Contain 'Orders'
    }
}

Describe 'Import-IntegrationConfig' {
    BeforeEach {
        $null = Export-IntegrationConfig $File -Force
        Remove-Item "$($Other.StorePath)*"
    }

    It 'changes nothing in the store that the file comes from' {
        (Import-IntegrationConfig $File).Outcome | Sort-Object -Unique | Should -Be 'Unchanged'
    }

    It 'makes an equal set-up in an empty store, and asks for the secrets that the file does not have' {
        $results = Import-IntegrationConfig $File @Other -SkipCheck -ErrorAction SilentlyContinue -ErrorVariable faults
        ($results | Where-Object Outcome -EQ Created).Name | Should -Be 'Shop', 'Wms', 'Orders', 'Stock'
        ($results | Where-Object Outcome -EQ Failed).Name | Should -Be 'Unused'
        $faults.FullyQualifiedErrorId | Should -BeLike 'ImportInvalid,*'
        $faults[0].TargetObject | Should -BeLike '$.credentials*.secrets.AccessToken'
        "$($faults[0])" | Should -BeLike '*Write where it is kept: {"env":"NAME"}*'
        (Get-IntegrationConfig @Other | ConvertTo-Json -Depth 5) -replace '"(Id|CreatedAt|NextDueAt)".*' |
            Should -Be ((Get-IntegrationConfig | ConvertTo-Json -Depth 5) -replace '"(Id|CreatedAt|NextDueAt)".*')
    }

    It 'does nothing with -WhatIf, not even a store' {
        Import-IntegrationConfig $File @Other -WhatIf -ErrorAction SilentlyContinue | Where-Object Outcome -NE Failed | Should -BeNullOrEmpty
        Test-Path $Other.StorePath | Should -BeFalse
    }

    It 'says with -WhatIf what would be done' {
        $text = (Get-Content $File -Raw) -replace '"quantity": "OnHand"', '"quantity": "Available"' -replace '"Orders"', '"More orders"'
        Set-Content $File $text
        $plan = pwsh -NoProfile -NonInteractive -Command "Import-Module '$(Get-ModuleManifest)'; Import-IntegrationConfig '$File' -StorePath '$TestDrive/store.db' -WhatIf | ForEach-Object Outcome"
        $plan -match '"Create" on target "integration More orders"' | Should -HaveCount 1
        $plan -match '"Change" on target "integration Stock"' | Should -HaveCount 1
        $plan -match '^Unchanged$' | Should -HaveCount 3
        Get-IntegrationConfig 'More*' | Should -BeNullOrEmpty
    }

    It 'changes what differs, and does the others when one is wrong' {
        $text = (Get-Content $File -Raw) -replace '"OnHand"', '"Available"' -replace '"sales_orders"', '"oranges"'
        Set-Content $File $text
        $results = Import-IntegrationConfig $File -SkipCheck -ErrorAction SilentlyContinue
        ($results | Where-Object Outcome -EQ Changed).Name | Should -Be 'Stock'
        ($results | Where-Object Outcome -EQ Failed).Path | Should -BeLike '*.type'
        $results | Out-String -Width 200 | Should -Match 'Failed\s+integration\s+Orders\s+.*oranges'
        (Get-IntegrationConfig Stock).Settings['Quantity'] | Should -Be 'Available'
    }

    It 'takes files from the pipeline' {
        (Get-Item $File | Import-IntegrationConfig).Count | Should -Be 5
    }

    It 'refuses a file that <Why>' -ForEach @(
        @{ Why = 'is not there'; Content = $null }
        @{ Why = 'is no JSON'; Content = 'name,type' }
    ) {
        Remove-Item $File
        if ($Content) { Set-Content $File $Content }
        { Import-IntegrationConfig $File } | Should -Throw -ErrorId 'ImportInvalid,*'
    }
}
