# What people mistype: each mistake is one error that says what to type instead, and leaves the store as it was.

BeforeAll {
    Import-Module "$PSScriptRoot/TestModule.psm1" -Force
    Import-Module (Get-ModuleManifest) -Force
    $script:Store = Join-Path $TestDrive 'store.db'
    $PSDefaultParameterValues['*-Integration*:StorePath'] = $Store
    $script:Sandbox = Start-Sandbox

    if ($Sandbox) {
        $null = Initialize-IntegrationStore
        $null = New-IntegrationCredential 'Shop' Shopify $Sandbox.Shop.address -AccessToken (ConvertTo-Secret $Sandbox.Shop.accessToken) -Sandbox
        $login = [pscredential]::new($Sandbox.Tenant.userName, (ConvertTo-Secret $Sandbox.Tenant.password))
        $null = New-IntegrationCredential 'Wms' Pulpo $Sandbox.Tenant.address -Credential $login -Sandbox
        $null = New-IntegrationConfig 'Orders' sales_orders Shop Wms -StartFrom 2020-01-01 -PhysicalOnly
        $null = Start-Integration 'Orders' -WarningAction SilentlyContinue
    }

    # All that the cmdlets show of a store.
    function script:Get-Everything {
        @(
            Get-IntegrationCredential
            Get-IntegrationConfig
            Get-IntegrationRun
            Get-IntegrationRecord -Last 10000
            Get-IntegrationLog -Last 10000
        ) | ForEach-Object { $_ | ConvertTo-Json -Depth 5 -Compress }
    }

    function script:Assert-Refused([scriptblock] $Mistake, [string] $Id, [string[]] $Says) {
        $before = Get-Everything
        $before.Count | Should -BeGreaterThan 50
        $Error.Clear()
        $Mistake | Should -Throw -ErrorId "$Id,PulpoSync.PowerShell.Commands.*"
        foreach ($text in $Says) { $Error[0].Exception.Message | Should -BeLike "*$text*" }
        Get-Everything | Should -Be $before
    }
}

AfterAll {
    Stop-Sandbox $Sandbox
    $PSDefaultParameterValues.Remove('*-Integration*:StorePath')
}

Describe 'An integration' {
    BeforeEach {
        if (-not $Sandbox) { Set-ItResult -Skipped -Because 'the command line is not built' }
    }

    It 'is refused, new and changed, for <What>' -ForEach @(
        @{ What = 'an unknown source'; Change = @{ Source = 'Sohp' }; Id = 'CredentialNotFound'; Says = '"Sohp"', 'There are: Shop, Wms.' }
        @{ What = 'an unknown destination'; Change = @{ Destination = 'Wsm' }; Id = 'CredentialNotFound'; Says = '"Wsm"', 'There are: Shop, Wms.' }
        @{ What = 'a warehouse as source'; Change = @{ Source = 'Wms' }; Id = 'ConfigInvalid'; Says = '"Wms" is a Pulpo credential', 'reads from Shopify' }
        @{ What = 'a shop as destination'; Change = @{ Destination = 'Shop' }; Id = 'ConfigInvalid'; Says = '"Shop" is a Shopify credential', 'writes to Pulpo' }
        @{ What = 'frequency 0'; Change = @{ Every = 0 }; Id = 'ScheduleInvalid'; Says = 'Every cannot be 0', '1 to 60 minutes' }
        @{ What = 'frequency 61'; Change = @{ Every = 61 }; Id = 'ScheduleInvalid'; Says = 'Every cannot be 61', '1 to 60 minutes' }
        @{ What = 'look-back -1'; Change = @{ DailyAt = '02:30'; LookbackDays = -1 }; Id = 'ScheduleInvalid'; Says = 'LookbackDays cannot be -1', '1 to 365 days' }
        @{ What = 'a time that is none'; Change = @{ DailyAt = '25:00' }; Id = 'ScheduleInvalid'; Says = '"25:00"', 'such as 02:30' }
        @{ What = 'both schedules'; Change = @{ Every = 5; DailyAt = '02:30' }; Id = 'ScheduleInvalid'; Says = 'exclude each other' }
        @{ What = 'an unknown time zone'; Change = @{ TimeZone = 'Europe/Berlni' }; Id = 'ScheduleInvalid'; Says = '"Europe/Berlni"', 'such as Europe/Berlin' }
        @{ What = 'an unknown status'; Change = @{ FinancialStatus = 'PAYED' }; Id = 'SettingInvalid'; Says = 'FinancialStatus cannot be "PAYED"', 'Type one of AUTHORIZED' }
        @{ What = 'an unknown fallback customer'; Change = @{ FallbackCustomer = 'WEBSOHP' }; Id = 'SettingInvalid'; Says = '"WEBSOHP"', 'such as "WEBSHOP"' }
        @{ What = 'an unknown warehouse'; Change = @{ Warehouse = 'Brelin' }; Id = 'SettingInvalid'; Says = '"Brelin"', '"Berlin", "Hamburg", "Leipzig"' }
        @{ What = 'an unknown warehouse in the map'; Change = @{ WarehouseMap = @{ Hamburg = 'Brelin' } }; Id = 'SettingInvalid'; Says = '"Brelin"', '"Berlin", "Hamburg", "Leipzig"' }
        @{ What = 'an unknown location'; Change = @{ WarehouseMap = @{ Hambrug = 'Hamburg' } }; Id = 'SettingInvalid'; Says = '"Hambrug"', '"Hamburg", "Leipzig", "Showroom"' }
        @{ What = 'an unknown merchant'; Change = @{ Merchant = 'Nobody' }; Id = 'SettingInvalid'; Says = '"Nobody"', 'There are none' }
        @{ What = 'a start with the day first'; Change = @{ StartFrom = '03.04.2026' }; Id = 'SettingInvalid'; Says = '"03.04.2026"', 'such as 2026-11-01' }
        @{ What = 'an unknown setting'; Change = @{ Setting = @{ Colour = 'red' } }; Id = 'SettingUnknown'; Says = 'no setting Colour', 'WarehouseMap' }
    ) {
        $definition = @{ Name = 'Wrong'; Type = 'sales_orders'; Source = 'Shop'; Destination = 'Wms' }
        $Change.GetEnumerator() | ForEach-Object { $definition[$_.Key] = $_.Value }
        Assert-Refused { New-IntegrationConfig @definition } $Id $Says
        # Set- takes no type and no credentials; what is wrong with those is wrong with New- alone.
        if (-not ($Change.Contains('Source') -or $Change.Contains('Destination'))) { Assert-Refused { Set-IntegrationConfig 'Orders' @Change } $Id $Says }
    }

    It 'is refused for a name that is taken' {
        Assert-Refused { New-IntegrationConfig 'orders' sales_orders Shop Wms } 'ConfigExists' 'Set-IntegrationConfig', 'another name'
    }

    It 'is refused for a name that is a pattern' {
        Assert-Refused { New-IntegrationConfig 'Ord*' sales_orders Shop Wms } 'ConfigInvalid' 'without [*] and [?]'
    }

    It 'needs a name' {
        { New-IntegrationConfig '' sales_orders Shop Wms } | Should -Throw -ErrorId 'ConfigInvalid,*'
    }

    It 'that does not exist is an error of <_>' -ForEach 'Get-IntegrationConfig', 'Set-IntegrationConfig', 'Remove-IntegrationConfig', 'Reset-IntegrationCursor', 'Start-Integration' {
        $command = $_
        $confirm = if ((Get-Command $command).Parameters.ContainsKey('Confirm')) { @{ Confirm = $false } } else { @{} }
        Assert-Refused { & $command 'Ordres' @confirm } 'ConfigNotFound' '"Ordres"', 'There are: Orders.'
    }
}

Describe 'A record' {
    It 'without a number is refused, and never means all of them: <What>' -ForEach @(
        @{ What = 'null'; Number = $null }
        @{ What = 'a blank'; Number = '' }
        @{ What = 'one of several'; Number = @('1001', $null) }
    ) {
        if (-not $Sandbox) { Set-ItResult -Skipped -Because 'the command line is not built' }
        Assert-Refused { Start-Integration 'Orders' -Record $Number } 'ParameterArgumentValidationError' "'Record'"
    }
}

Describe 'A credential' {
    BeforeEach {
        if (-not $Sandbox) { Set-ItResult -Skipped -Because 'the command line is not built' }
    }

    It 'that does not exist is an error of <_>' -ForEach 'Get-IntegrationCredential', 'Set-IntegrationCredential', 'Test-IntegrationCredential', 'Remove-IntegrationCredential' {
        $command = $_
        $confirm = if ((Get-Command $command).Parameters.ContainsKey('Confirm')) { @{ Confirm = $false } } else { @{} }
        Assert-Refused { & $command 'Sohp' @confirm } 'CredentialNotFound' '"Sohp"', 'There are: Shop, Wms.'
    }

    It 'is refused for an address elsewhere: <_>' -ForEach 'acme.example.test', 'https://acme.myshopify.com.example.test', 'http://acme.myshopify.com', 'https://acme.example.test/acme.myshopify.com' {
        $address = $_
        Assert-Refused { New-IntegrationCredential 'Wrong' Shopify $address -AccessToken (ConvertTo-Secret 'canary-token') } 'CredentialInvalid' 'Shopify: '
        Assert-Refused { New-IntegrationCredential 'Wrong' Shopify $address -AccessToken (ConvertTo-Secret 'canary-token') -SkipCheck } 'CredentialInvalid' 'Shopify: '
    }

    It 'of the sandbox takes no real token' {
        $token = 'shpat_0123456789abcdef0123456789abcdef'
        Assert-Refused { New-IntegrationCredential 'Wrong' Shopify $Sandbox.Shop.address -AccessToken (ConvertTo-Secret $token) -Sandbox } 'CredentialInvalid' 'looks like a secret of a real shop'
        "$($Error[0] | Format-List * -Force | Out-String)" | Should -Not -BeLike "*$token*"
    }

    It 'does not repeat a token that is typed as the address' {
        $token = 'shpat_0123456789abcdef0123456789abcdef'
        Assert-Refused { New-IntegrationCredential 'Wrong' Shopify $token -AccessTokenEnv PATH } 'CredentialInvalid' 'no shop name'
        "$($Error[0].Exception.Message) $($Error[0].TargetObject)" | Should -Not -BeLike "*$token*"
    }

    It 'is refused when its <What> cannot be read' -ForEach @(
        @{ What = 'variable'; Secret = @{ AccessTokenEnv = 'PULPOSYNC_TEST_UNSET' }; Says = 'env:PULPOSYNC_TEST_UNSET', 'set it where the task runs' }
        @{ What = 'file'; Secret = @{ AccessTokenFile = '/nowhere/token' }; Says = 'file:*nowhere*token', 'cannot read this file' }
    ) {
        Assert-Refused { New-IntegrationCredential 'Wrong' Shopify $Sandbox.Shop.address -Sandbox @Secret } 'SecretNotFound' $Says
    }

    It 'is refused for an unknown system' {
        Assert-Refused { New-IntegrationCredential 'Wrong' Shopfy acme -AccessTokenEnv PATH } 'SystemUnknown' '"Shopfy"', 'Type one of Shopify, Billbee, Pulpo.'
    }

    It 'is refused for a name that is taken' {
        Assert-Refused { New-IntegrationCredential 'shop' Shopify acme -AccessTokenEnv PATH } 'CredentialExists' 'Set-IntegrationCredential', 'another name'
    }

    It 'is not removed while it is used' {
        Assert-Refused { Remove-IntegrationCredential 'Shop' -Confirm:$false } 'CredentialInUse' 'used by: Orders', 'Remove or change these integrations first'
    }
}

Describe 'A store' {
    BeforeAll {
        $script:Made = Join-Path $TestDrive 'made'
        $null = Initialize-IntegrationStore -StorePath (Join-Path $Made 'store.db')
        function script:Copy-Store([string] $Name) {
            $folder = Join-Path $TestDrive $Name
            Copy-Item $Made $folder -Recurse
            Join-Path $folder 'store.db'
        }
        function script:Get-Hash([string] $Folder) {
            Get-ChildItem $Folder -File -Force | Sort-Object Name | ForEach-Object { "$($_.Name) $((Get-FileHash $_).Hash)" }
        }
    }

    It 'is refused: <What>' -ForEach @(
        @{ What = 'a text'; Spoil = { Set-Content $_ ('I am no database. ' * 20) }; Id = 'StoreInvalid'; Says = 'no SQLite database', '-StorePath', 'PULPOSYNC_STORE', 'move the file away' }
        @{ What = 'an empty file'; Spoil = { Set-Content $_ '' -NoNewline }; Id = 'StoreInvalid'; Says = 'is empty', 'move the file away' }
        @{ What = 'no key'; Spoil = { Remove-Item "$_.key" }; Id = 'StoreKeyNotFound'; Says = 'store.db.key', 'PULPOSYNC_KEY', 'from a backup' }
        @{ What = 'a key of another'; Spoil = { Set-Content "$_.key" ([Convert]::ToBase64String([byte[]] (1..32))) }; Id = 'StoreKeyWrong'; Says = 'does not belong to the store', 'Put back the key' }
        @{ What = 'a key that is none'; Spoil = { Set-Content "$_.key" 'abc' }; Id = 'StoreKeyWrong'; Says = 'does not hold a key', '44 characters' }
        @{
            # The version stands in bytes 60 to 63 of the file.
            What = 'a newer schema'; Id = 'StoreTooNew'; Says = 'schema 99', 'Update PulpoSync'
            Spoil = { $file = [IO.File]::OpenWrite($_); $file.Position = 63; $file.WriteByte(99); $file.Dispose() }
        }
    ) {
        $path = Copy-Store $What
        $path | ForEach-Object $Spoil
        $before = Get-Hash (Split-Path $path)
        foreach ($command in 'Get-IntegrationStatus', 'Get-IntegrationStore', 'Initialize-IntegrationStore') {
            $Error.Clear()
            { & $command -StorePath $path } | Should -Throw -ErrorId "$Id,*"
            foreach ($text in $Says) { $Error[0].Exception.Message | Should -BeLike "*$text*" }
        }

        Get-Hash (Split-Path $path) | Should -Be $before
    }

    It 'is not made where nothing may be written' {
        $file = Join-Path $TestDrive 'file'
        Set-Content $file 'x'
        $before = Get-Hash $TestDrive
        { Initialize-IntegrationStore -StorePath (Join-Path $file 'store.db') } |
            Should -Throw -ErrorId 'StoreNotWritable,*' -ExpectedMessage '*read and write rights*-StorePath*PULPOSYNC_STORE*'
        Get-Hash $TestDrive | Should -Be $before
    }

    It 'is looked for in a folder that is named' {
        $folder = Join-Path $TestDrive 'folder'
        $null = New-Item $folder -ItemType Directory
        { Get-IntegrationStore -StorePath $folder } | Should -Throw -ErrorId 'StoreNotFound,*' -ExpectedMessage "*$(Join-Path $folder 'pulposync.db')*"
    }
}
