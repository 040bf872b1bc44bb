BeforeAll {
    Import-Module "$PSScriptRoot/TestModule.psm1" -Force
    Import-Module (Get-ModuleManifest) -Force
    $PSDefaultParameterValues['*-Integration*:StorePath'] = Join-Path $TestDrive 'store.db'
    $null = Initialize-IntegrationStore
    $null = New-IntegrationCredential 'Shop' Shopify acme -AccessTokenEnv SHOP_TOKEN -SkipCheck
    $null = New-IntegrationCredential 'Wms' Pulpo https://eu.pulpo.co -UserName sync -PasswordEnv WMS_PASSWORD -SkipCheck
}

AfterAll {
    $PSDefaultParameterValues.Remove('*-Integration*:StorePath')
}

Describe 'New-IntegrationConfig' {
    It 'has defaults for everything but name, type and credentials' {
        $config = New-IntegrationConfig 'Plain' sales_orders Shop Wms -SkipCheck
        $config.Every | Should -Be 10
        $config.Enabled | Should -BeTrue
        $config.Settings.Count | Should -Be 0
    }

    It 'understands the type <_>' -ForEach 'sales_orders', 'SalesOrders', 'Verkaufsaufträge' {
        (New-IntegrationConfig "Type $_" $_ Shop Wms -SkipCheck).Type | Should -Be 'SalesOrders'
    }

    It 'names the types there are when one does not exist' {
        { New-IntegrationConfig 'Odd' oranges Shop Wms -SkipCheck } | Should -Throw -ErrorId 'ParameterArgumentTransformationError,*' -ExpectedMessage '*sales_orders*'
    }

    It 'writes lists, maps, switches and moments as the engine keeps them' {
        $config = New-IntegrationConfig 'Full' sales_orders Shop Wms -SkipCheck -PhysicalOnly -Tag a, 'b;c' -FinancialStatus paid, pending -NumberPrefix B- `
            -WarehouseMap @{ 'Lager = Nord' = 'N'; Altona = 'HAM' } -StartFrom 2026-01-02 -TimeZone Europe/Berlin -Setting @{ IncludeTest = $true }
        $config.Settings['PhysicalOnly'] | Should -Be 'true'
        $config.Settings['Tag'] | Should -Be "a`nb`nc"
        $config.Settings['FinancialStatus'] | Should -Be "PAID`nPENDING"
        $config.Settings['NumberPrefix'] | Should -Be 'B-'
        $config.Settings['WarehouseMap'] | Should -Be "Altona=HAM`nLager = Nord=N"
        $config.Settings['IncludeTest'] | Should -Be 'true'
        [datetimeoffset] $config.Settings['StartFrom'] | Should -Be ([datetimeoffset] '2026-01-01T23:00:00Z')
    }

    It 'makes a daily integration' {
        $config = New-IntegrationConfig 'Daily' sales_orders Shop Wms -SkipCheck -DailyAt 03:00 -LookbackDays 14 -TimeZone Europe/Berlin
        $config.Every | Should -BeNullOrEmpty
        $config.Daily.At | Should -Be ([timeonly] '03:00')
        $config.Daily.LookbackDays | Should -Be 14
    }

    It 'refuses <Id>' -ForEach @(
        @{ Id = 'ScheduleInvalid'; Change = @{ Every = 61 } }
        @{ Id = 'SettingUnknown'; Change = @{ Setting = @{ Colour = 'red' } } }
        @{ Id = 'SettingInvalid'; Change = @{ FinancialStatus = 'PAYED' } }
        @{ Id = 'CredentialNotFound'; Change = @{ Source = 'Nobody' } }
        @{ Id = 'ConfigInvalid'; Change = @{ Source = 'Wms' } }
        @{ Id = 'ConfigExists'; Change = @{ Name = 'Plain' } }
    ) {
        $definition = @{ Name = 'Refused'; Type = 'sales_orders'; Source = 'Shop'; Destination = 'Wms'; SkipCheck = $true }
        $Change.GetEnumerator() | ForEach-Object { $definition[$_.Key] = $_.Value }
        { New-IntegrationConfig @definition } | Should -Throw -ErrorId "$Id,*"
    }

    It 'names the settings of the type when it does not know one that is a parameter' {
        { New-IntegrationConfig 'Odd' sales_orders Shop Wms -SkipCheck -Quantity OnHand } |
            Should -Throw -ErrorId 'SettingUnknown,*' -ExpectedMessage '*sales_orders*no setting Quantity*PhysicalOnly*FinancialStatus*'
        Get-IntegrationConfig 'Odd*' | Should -BeNullOrEmpty
    }

    It 'takes the rows of a table, where a blank cell is the default' {
        $rows = @'
Name,Type,Source,Destination,FinancialStatus,PhysicalOnly,WarehouseMap,Every,Enabled,SkipCheck
Row 1,sales_orders,Shop,Wms,PAID;PENDING,,Altona=HAM;Hafen=H2,,,true
Row 2,SalesOrders,Shop,Wms,,ja,,7,nein,true
'@ | ConvertFrom-Csv
        $one, $two = $rows | New-IntegrationConfig

        $one.Settings['FinancialStatus'] | Should -Be "PAID`nPENDING"
        $one.Settings['WarehouseMap'] | Should -Be "Altona=HAM`nHafen=H2"
        $one.Settings.ContainsKey('PhysicalOnly') | Should -BeFalse
        $one.Every, $one.Enabled | Should -Be 10, $true
        $two.Settings['PhysicalOnly'] | Should -Be 'true'
        $two.Every, $two.Enabled | Should -Be 7, $false
    }
}

Describe 'Set-IntegrationConfig' {
    BeforeEach {
        Get-IntegrationConfig 'Changed*' | Remove-IntegrationConfig -Confirm:$false
        $null = New-IntegrationConfig 'Changed' sales_orders Shop Wms -SkipCheck -PhysicalOnly -Tag a -NumberPrefix B- -Every 5
    }

    It 'changes what is given, and nothing else' {
        $config = Set-IntegrationConfig 'changed' -PhysicalOnly:$false -Setting @{ Tag = $null } -SkipCheck -PassThru
        # Kept as a word of its own: some switches are on by default.
        $config.Settings['PhysicalOnly'] | Should -Be 'false'
        $config.Settings.ContainsKey('Tag') | Should -BeFalse
        $config.Settings['NumberPrefix'] | Should -Be 'B-'
        $config.Every | Should -Be 5
    }

    It 'takes only the name from an integration' {
        $config = Get-IntegrationConfig 'Changed' | Set-IntegrationConfig -DailyAt 04:00 -SkipCheck -PassThru
        $config.Daily.At | Should -Be ([timeonly] '04:00')
    }

    It 'leaves as it is what a row leaves blank' {
        $config = 'Name,PhysicalOnly,Tag,Every,NumberPrefix,SkipCheck', 'Changed,,,,C-,true' | ConvertFrom-Csv | Set-IntegrationConfig -PassThru
        $config.Settings['PhysicalOnly'] | Should -Be 'true'
        $config.Settings['Tag'] | Should -Be 'a'
        $config.Settings['NumberPrefix'] | Should -Be 'C-'
        $config.Every | Should -Be 5
    }

    It 'switches off and on' {
        (Set-IntegrationConfig 'Changed' -Disabled -SkipCheck -PassThru).Enabled | Should -BeFalse
        (Set-IntegrationConfig 'Changed' -Enabled -SkipCheck -PassThru).Enabled | Should -BeTrue
    }
}

Describe 'Get- and Remove-IntegrationConfig' {
    It 'finds by wildcard and by type' {
        (Get-IntegrationConfig 'row*' -Type sales_orders).Name | Should -Be 'Row 1', 'Row 2'
        Get-IntegrationConfig 'row*' -Type Products | Should -BeNullOrEmpty
    }

    It 'shows the stored name of the type' {
        Get-IntegrationConfig 'Row 1' | Out-String -Width 200 | Should -Match 'sales_orders'
    }

    It 'does not remove a credential that is in use' {
        { Remove-IntegrationCredential 'Shop' -Confirm:$false } | Should -Throw -ErrorId 'CredentialInUse,*'
    }

    It 'removes by pipeline, and asks nothing of -WhatIf' {
        Remove-IntegrationConfig 'Row *' -WhatIf
        @(Get-IntegrationConfig 'Row *').Count | Should -Be 2
        Get-IntegrationConfig 'Row *' | Remove-IntegrationConfig -Confirm:$false
        Get-IntegrationConfig 'Row *' | Should -BeNullOrEmpty
    }

    It 'resets a cursor' {
        { Reset-IntegrationCursor 'Plain' -Confirm:$false } | Should -Not -Throw
        { Reset-IntegrationCursor 'Nobody' -Confirm:$false } | Should -Throw -ErrorId 'ConfigNotFound,*'
    }
}

Describe 'Enable- and Disable-IntegrationConfig' {
    It 'switches off and on, by wildcard and by pipeline, and changes nothing with -WhatIf' {
        Disable-IntegrationConfig 'Plain' -WhatIf
        (Get-IntegrationConfig 'Plain').Enabled | Should -BeTrue

        (Disable-IntegrationConfig 'Pl*' -PassThru).Enabled | Should -Be $false
        (Get-IntegrationStatus 'Plain').NextDueAt | Should -BeNullOrEmpty
        Disable-IntegrationConfig 'Plain' -PassThru | Should -BeNullOrEmpty -Because 'it is off already'

        (Get-IntegrationConfig 'Plain' | Enable-IntegrationConfig -PassThru).Enabled | Should -Be $true
        (Get-IntegrationStatus 'Plain').NextDueAt | Should -Not -BeNullOrEmpty
    }

    It 'goes on after a name that does not exist' {
        Disable-IntegrationConfig 'Nobody', 'Plain' -ErrorVariable faults -ErrorAction SilentlyContinue
        $faults[0].FullyQualifiedErrorId | Should -BeLike 'ConfigNotFound,*'
        (Get-IntegrationConfig 'Plain').Enabled | Should -BeFalse
        Enable-IntegrationConfig 'Plain'
    }
}

Describe 'Test-IntegrationConfig' {
    It 'says what is missing, without changing anything' {
        $check = Test-IntegrationConfig 'Plain'
        $check.Succeeded | Should -BeFalse
        $check.Errors[0].Code | Should -Be 'SecretNotFound'
        $check | Out-String -Width 200 | Should -Match 'SHOP_TOKEN'
        Test-IntegrationConfig 'Plain' -Quiet | Should -BeFalse
        { Test-IntegrationConfig 'Nobody' } | Should -Throw -ErrorId 'ConfigNotFound,*'
    }
}

Describe 'Get-IntegrationStatus' {
    It 'has a line for an integration that has never run' {
        $status = Get-IntegrationStatus 'Plain'
        $status.LastRun | Should -BeNullOrEmpty
        $status | Out-String -Width 200 | Should -Match 'Plain'
    }
}

Describe 'Completion' {
    BeforeAll { $script:At = "-StorePath '$(Join-Path $TestDrive 'store.db')'" }

    It 'offers <Expected> for <Line>' -ForEach @(
        @{ Line = 'Start-Integration {0} -Name Pl'; Expected = 'Plain' }
        @{ Line = "Set-IntegrationConfig {0} -Name 'Type V"; Expected = "'Type Verkaufsaufträge'" }
        @{ Line = 'Get-IntegrationCredential {0} -Name W'; Expected = 'Wms' }
        @{ Line = 'New-IntegrationConfig {0} x -Source Sh'; Expected = 'Shop' }
        @{ Line = 'New-IntegrationConfig {0} x -FinancialStatus PAI'; Expected = 'PAID' }
        @{ Line = 'New-IntegrationConfig {0} x sales_orders -FinancialStatus PAI'; Expected = 'PAID' }
        @{ Line = 'New-IntegrationConfig {0} x Verkaufsaufträge -CancelStatus CANC'; Expected = 'CANCELLED' }
        @{ Line = 'New-IntegrationConfig {0} x -Type nothing -FinancialStatus PAI'; Expected = 'PAID' }
        @{ Line = 'Set-IntegrationConfig {0} Plain -FinancialStatus PAI'; Expected = 'PAID' }
        @{ Line = 'Set-IntegrationConfig {0} Unknown -FinancialStatus PAI'; Expected = 'PAID' }
        @{ Line = 'New-IntegrationConfig {0} x -Type Sal'; Expected = 'SalesOrders' }
        @{ Line = 'New-IntegrationCredential {0} x -System Sho'; Expected = 'Shopify' }
        @{ Line = 'New-IntegrationConfig {0} x -TimeZone Europe/Berl'; Expected = 'Europe/Berlin' }
    ) {
        Get-Completion ($Line -f $At) | Should -Contain $Expected
    }

    It 'offers nothing, and does not fail, where there is no store' {
        Get-Completion "Start-Integration -StorePath '$TestDrive/missing.db' -Name P" | Should -Not -Contain 'Plain'
    }
}
