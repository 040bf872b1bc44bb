# Billbee through cmdlets: credential and settings, what people mistype, and all six integrations against the sandbox.

BeforeAll {
    Import-Module "$PSScriptRoot/TestModule.psm1" -Force
    Import-Module (Get-ModuleManifest) -Force
    $script:Store = Join-Path $TestDrive 'billbee.db'
}

AfterAll {
    $PSDefaultParameterValues.Remove('*-Integration*:StorePath')
}

Describe 'A credential of Billbee' {
    BeforeAll {
        $PSDefaultParameterValues['*-Integration*:StorePath'] = Join-Path $TestDrive 'credentials.db'
        $null = Initialize-IntegrationStore
        $script:Login = [pscredential]::new('api@example.com', (ConvertTo-Secret 'api-password-canary'))
    }

    It 'is user, API password and developer key; neither secret is shown' {
        $made = New-IntegrationCredential 'Whole' Billbee -Credential $Login -DeveloperKey (ConvertTo-Secret 'developer-key-canary') -SkipCheck
        $made.System, $made.Fields['UserName'], $made.Address | Should -Be 'Billbee', 'api@example.com', 'https://app.billbee.io/api/v1'
        $made.Secrets.Keys | Sort-Object | Should -Be 'DeveloperKey', 'Password'
        ($made, (Get-IntegrationCredential 'Whole') | Format-List * | Out-String) + ($made | ConvertTo-Json -Depth 5) | Should -Not -BeLike '*canary*'
    }

    It 'takes its secrets from variables, files and one vault' {
        $key = Join-Path $TestDrive 'key.txt'
        $places = New-IntegrationCredential 'Places' Billbee -UserName api@example.com -PasswordEnv BILLBEE_PASSWORD -DeveloperKeyFile $key -SkipCheck
        $places.Secrets['Password'], $places.Secrets['DeveloperKey'] | Should -Be 'env:BILLBEE_PASSWORD', "file:$key"
        $vault = New-IntegrationCredential 'Vault' Billbee -UserName api@example.com -VaultName Main -SecretName billbee -DeveloperKeySecretName billbee-key -SkipCheck
        $vault.Secrets['Password'], $vault.Secrets['DeveloperKey'] | Should -Be 'vault:Main/billbee', 'vault:Main/billbee-key'
        $mixed = New-IntegrationCredential 'Mixed' Billbee -Credential $Login -VaultName Main -DeveloperKeySecretName billbee-key -SkipCheck
        $mixed.Secrets['DeveloperKey'] | Should -Be 'vault:Main/billbee-key'
    }

    It 'is refused without its developer key, which is named' {
        { New-IntegrationCredential 'Half' Billbee -Credential $Login -SkipCheck } | Should -Throw -ErrorId 'CredentialInvalid,*' -ExpectedMessage '*DeveloperKey*'
        Get-IntegrationCredential 'Half*' | Should -BeNullOrEmpty
    }

    It 'is refused with a key that is given in two ways' {
        { New-IntegrationCredential 'Twice' Billbee -Credential $Login -DeveloperKeyEnv A -DeveloperKeyFile b -SkipCheck } |
            Should -Throw -ErrorId 'CredentialInvalid,*' -ExpectedMessage '*DeveloperKey*two ways*'
    }
}

Describe 'Settings of Billbee' {
    BeforeAll {
        $script:Offline = Join-Path $TestDrive 'settings.db'
        $PSDefaultParameterValues['*-Integration*:StorePath'] = $Offline
        $null = Initialize-IntegrationStore
        $null = New-IntegrationCredential 'Whole' Billbee -UserName api@example.com -PasswordEnv BILLBEE_PASSWORD -DeveloperKeyEnv BILLBEE_KEY -SkipCheck
        $null = New-IntegrationCredential 'Wms' Pulpo https://eu.pulpo.co -UserName sync -PasswordEnv PULPO_PASSWORD -SkipCheck
    }

    It 'take English, German and numbers for states, and keep English' {
        $orders = New-IntegrationConfig 'Words' sales_orders Whole Wms -Warehouse Bremen -OrderStatus Zahlung_erhalten, confirmed, 13 -CancelStatus Storniert, Gelöscht -SkipCheck
        $orders.Settings['OrderStatus'] | Should -Be "PAID`nCONFIRMED`nPACKED"
        $orders.Settings['CancelStatus'] | Should -Be "CANCELED`nDELETED"
        (New-IntegrationConfig 'Status' status_updates Wms Whole -PackedStatus Versendet -SkipCheck).Settings['PackedStatus'] | Should -Be 'SHIPPED'
    }

    It 'are kept as they are given: <Type>' -ForEach @(
        @{
            Type = 'sales_orders'; From = 'Whole'; To = 'Wms'
            Given = @{ Warehouse = 'Bremen'; ShopAccount = 'Etsy-Lädchen', '7'; ChildOrders = 'import' }
            Kept = @{ Warehouse = 'Bremen'; ShopAccount = "Etsy-Lädchen`n7"; ChildOrders = 'Import' }
        }
        @{
            Type = 'products'; From = 'Whole'; To = 'Wms'
            Given = @{ Language = 'DE'; PhysicalOnly = $true }
            Kept = @{ Language = 'DE'; PhysicalOnly = 'true' }
        }
        @{
            Type = 'shipping_labels'; From = 'Wms'; To = 'Whole'
            Given = @{ LabelMap = @{ 'DHL Paket' = 'DHL/Paket' }; LabelProvider = 'DPD'; LabelProduct = 'Classic'; FetchLabelOnly = $false; LabelUpload = 'none' }
            Kept = @{ LabelMap = 'DHL Paket=DHL/Paket'; LabelProvider = 'DPD'; LabelProduct = 'Classic'; FetchLabelOnly = 'false'; LabelUpload = 'None' }
        }
        @{
            Type = 'stock'; From = 'Wms'; To = 'Whole'
            Given = @{ StockLocation = 'Standard'; Quantity = 'onhand'; SubtractReserved = $true }
            Kept = @{ StockLocation = 'Standard'; Quantity = 'OnHand'; SubtractReserved = 'true' }
        }
    ) {
        $config = New-IntegrationConfig "All of $Type" $Type $From $To -SkipCheck @Given
        $config.Settings.Count | Should -Be $Kept.Count
        $Kept.GetEnumerator() | ForEach-Object { $config.Settings[$_.Key] | Should -Be $_.Value -Because "$($_.Key) was given" }
    }

    It 'are refused for <What>' -ForEach @(
        @{ What = 'an unknown state'; Type = 'sales_orders'; From = 'Whole'; To = 'Wms'; Given = @{ Warehouse = 'B'; OrderStatus = 'Bezahlt' }; Id = 'SettingInvalid'; Says = '*OrderStatus*Bezahlt*PAID*' }
        @{ What = 'orders without a warehouse'; Type = 'sales_orders'; From = 'Whole'; To = 'Wms'; Given = @{ OrderStatus = 'PAID' }; Id = 'ConfigInvalid'; Says = '*Warehouse*' }
        @{ What = 'states without one'; Type = 'status_updates'; From = 'Wms'; To = 'Whole'; Given = @{ ImportedTag = 'x' }; Id = 'ConfigInvalid'; Says = '*PackedStatus*' }
        @{ What = 'what Billbee goes without'; Type = 'sales_orders'; From = 'Whole'; To = 'Wms'; Given = @{ Warehouse = 'B'; WarehouseMap = 'a=b' }; Id = 'SettingUnknown'; Says = '*no setting WarehouseMap*OrderStatus*' }
        @{ What = 'what only Shopify has'; Type = 'sales_orders'; From = 'Whole'; To = 'Wms'; Given = @{ Warehouse = 'B'; FinancialStatus = 'PAID' }; Id = 'SettingUnknown'; Says = '*no setting FinancialStatus*' }
        @{ What = 'lots in notes'; Type = 'status_updates'; From = 'Wms'; To = 'Whole'; Given = @{ PackedStatus = 'PACKED'; LotsToNote = $true }; Id = 'SettingUnknown'; Says = '*no setting LotsToNote*' }
        @{ What = 'a map that is none'; Type = 'shipping_labels'; From = 'Wms'; To = 'Whole'; Given = @{ LabelMap = 'DHL Paket' }; Id = 'ParameterArgumentTransformationError'; Says = '*LabelMap*' }
        @{ What = 'returns'; Type = 'returns'; From = 'Wms'; To = 'Whole'; Given = @{}; Id = 'ConfigInvalid'; Says = '*Billbee*' }
    ) {
        { New-IntegrationConfig 'Odd' $Type $From $To -SkipCheck @Given } | Should -Throw -ErrorId "$Id,*" -ExpectedMessage $Says
        Get-IntegrationConfig 'Odd*' | Should -BeNullOrEmpty
    }

    It 'complete English words: <Line>' -ForEach @(
        @{ Line = 'New-IntegrationConfig {0} x sales_orders -OrderStatus PAI'; Expected = 'PAID' }
        @{ Line = 'New-IntegrationConfig {0} x status_updates -PackedStatus PACK'; Expected = 'PACKED' }
        @{ Line = 'New-IntegrationConfig {0} x sales_orders -ChildOrders I'; Expected = 'Import' }
        @{ Line = 'New-IntegrationConfig {0} x shipping_labels -LabelUpload D'; Expected = 'DataUri' }
        @{ Line = 'New-IntegrationCredential {0} x Bill'; Expected = 'Billbee' }
    ) {
        Get-Completion ($Line -f "-StorePath '$Offline'") | Should -Be $Expected
    }
}

Describe 'All six integrations' {
    BeforeAll {
        $PSDefaultParameterValues['*-Integration*:StorePath'] = $Store
        $script:Sandbox = Start-Sandbox
        if (-not $Sandbox) { return }

        $script:Account, $script:Tenant = $Sandbox.World.accounts[0], $Sandbox.World.tenants[1]
        $script:BillbeeControl = "$($Sandbox.Control)billbee/$($Account.name)"
        $script:WmsControl = "$($Sandbox.Control)pulpo/$($Tenant.name)"
        $null = Initialize-IntegrationStore

        function script:New-Login([string] $User, [string] $Text) { [pscredential]::new($User, (ConvertTo-Secret $Text)) }
        function script:Get-BillbeeOrder { (Invoke-RestMethod "$BillbeeControl/orders") | ForEach-Object { $_ } }
        function script:Send-Control([string] $Url, [hashtable] $Body, [string] $Method = 'Post') {
            Invoke-RestMethod $Url -Method $Method -Body ($Body | ConvertTo-Json -Depth 9) -ContentType 'application/json'
        }
        function script:Invoke-Run([string] $Name) { Start-Integration $Name -WarningAction SilentlyContinue -ErrorAction Stop }
    }

    BeforeEach {
        if (-not $Sandbox) { Set-ItResult -Skipped -Because 'the command line is not built' }
    }

    AfterAll { Stop-Sandbox $Sandbox }

    It 'refuse a wrong password and a wrong developer key, and save nothing' {
        $key = ConvertTo-Secret $Account.developerKey
        { New-IntegrationCredential 'Billbee' Billbee $Account.address -Credential (New-Login $Account.userName 'wrong-password-canary') -DeveloperKey $key -Sandbox } |
            Should -Throw -ErrorId 'CredentialRefused,*' -ExpectedMessage '*Billbee*'
        { New-IntegrationCredential 'Billbee' Billbee $Account.address -Credential (New-Login $Account.userName $Account.password) -DeveloperKey (ConvertTo-Secret 'wrong-key-canary') -Sandbox } |
            Should -Throw -ErrorId 'CredentialRefused,*'
        "$Error" | Should -Not -BeLike '*canary*'
        Get-IntegrationCredential | Should -BeNullOrEmpty
    }

    It 'are set up by one command each' {
        $login = New-Login $Account.userName $Account.password
        $billbee = New-IntegrationCredential 'Billbee' Billbee $Account.address -Credential $login -DeveloperKey (ConvertTo-Secret $Account.developerKey) -Sandbox
        $billbee.Account | Should -Be "billbee:$($Account.userName)"
        $null = New-IntegrationCredential 'Wms' Pulpo $Tenant.address -Credential (New-Login $Tenant.userName $Tenant.password) -Sandbox
        (Test-IntegrationCredential).Succeeded | Should -Be $true, $true

        $null = New-IntegrationConfig 'Products' products Billbee Wms -PhysicalOnly
        $null = New-IntegrationConfig 'Orders' sales_orders Billbee Wms -Warehouse Bremen -OrderStatus Zahlung_erhalten -PhysicalOnly -StartFrom 2020-01-01
        $null = New-IntegrationConfig 'Labels' shipping_labels Wms Billbee -LabelMap @{ 'DHL Paket' = 'DHL/Paket' } -StartFrom 2020-01-01
        $null = New-IntegrationConfig 'Shipments' generate_shipments Wms Billbee -StartFrom 2020-01-01
        $null = New-IntegrationConfig 'Status' status_updates Wms Billbee -PackedStatus SHIPPED -StartFrom 2020-01-01
        $null = New-IntegrationConfig 'Stock' stock Wms Billbee -StockLocation Standard -Warehouse Bremen
        (Get-IntegrationConfig 'Products').Every | Should -Be 60
        (Get-IntegrationConfig | Out-String -Width 200) | Should -Match 'shipping_labels'
        (Get-IntegrationConnector 'Billbee' | Out-String -Width 200) | Should -Match 'shipping_labels'
    }

    It 'refuse at the systems what does not exist there: <What>' -ForEach @(
        @{ What = 'a stock location'; Name = 'Stock'; Given = @{ StockLocation = 'Nirgendwo' }; Says = '*Nirgendwo*Standard*' }
        @{ What = 'a shop account'; Name = 'Orders'; Given = @{ ShopAccount = 'Nirgendwo' }; Says = '*Nirgendwo*' }
        @{ What = 'a warehouse'; Name = 'Orders'; Given = @{ Warehouse = 'Nirgendwo' }; Says = '*Nirgendwo*' }
        @{ What = 'a label'; Name = 'Labels'; Given = @{ LabelMap = @{ 'DHL Paket' = 'DHL/Luftpost' } }; Says = '*Luftpost*' }
        @{ What = 'a wrong pair'; Name = 'Stock'; Given = @{ SubtractReserved = $true }; Says = '*SubtractReserved*' }
    ) {
        { Set-IntegrationConfig $Name @Given } | Should -Throw -ErrorId 'SettingInvalid,*' -ExpectedMessage $Says
    }

    It 'bring products and orders into the warehouse, and say what is missing' {
        (Invoke-Run 'Products').Counts.Failed | Should -Be 0
        $run = Invoke-Run 'Orders'
        $run.Status | Should -Be 'FinishedPartially'
        $run.Counts.Created | Should -BeGreaterThan 8
        @(Invoke-RestMethod "$WmsControl/orders" | ForEach-Object { $_ }).Count | Should -Be $run.Counts.Created
        (Get-IntegrationRecord -Integration Orders -State Parked).Reason | Should -Contain 'ParentOrder'
        (Get-IntegrationRecord -Integration Orders -State Skipped).Reason | Should -Contain 'OrderStatus'
        (Get-IntegrationRecord -Integration Orders -State Skipped).Reason | Should -Contain 'CancellationDocument'
        (Invoke-Run 'Orders').Counts.Created | Should -Be 0
    }

    It 'give each packed box one label, and the order its state' {
        $script:Packed = @(Get-IntegrationRecord -Integration Orders -State Written | Sort-Object SourceKey | Select-Object -First 2)
        foreach ($record in $Packed) {
            $null = Send-Control "$WmsControl/orders/$($record.Number)/shipping-method" @{ name = 'DHL Paket' } Put
            $null = Send-Control "$WmsControl/orders/$($record.Number)/advance" @{ state = 'shipping' }
        }

        $run = Invoke-Run 'Labels'
        $run.Status, $run.Counts.Failed | Should -Be 'Finished', 0
        $run.Counts.Created | Should -Be 2
        (Invoke-Run 'Labels').Counts.Created | Should -Be 0
        (Invoke-Run 'Shipments').Counts.Created | Should -Be 0 -Because 'a label is a shipment there already'
        (Invoke-Run 'Status').Status | Should -Be 'Finished'

        $told = Get-BillbeeOrder | Where-Object { "$($_.BillBeeOrderId)" -in $Packed.SourceKey }
        $told.Count | Should -Be 2
        foreach ($order in $told) {
            @($order.ShippingIds).Count, $order.State | Should -Be 1, 4
        }

        $boxes = Invoke-RestMethod "$WmsControl/packings" | ForEach-Object { $_ } | Where-Object { $_.order -in $Packed.Number } | ForEach-Object { $_.boxes }
        $boxes.trackings.code | Sort-Object | Should -Be ($told.ShippingIds.ShippingId | Sort-Object)
    }

    It 'tell the stock once the orders were read, and nothing twice' {
        $run = Invoke-Run 'Stock'
        $run.Status, $run.Counts.Failed | Should -Be 'Finished', 0
        $run.Counts.Updated | Should -BeGreaterThan 10
        $null = Invoke-Run 'Orders'
        $again = Invoke-Run 'Stock'
        $again.Counts.Updated, $again.Counts.Failed | Should -Be 0, 0
    }

    It 'run when they are due, and the command line sees the same store' {
        $null = Start-Integration -Due -WarningAction SilentlyContinue -ErrorAction SilentlyContinue
        (Invoke-CommandLine run Orders Stock Labels Status --json --store $Store).ExitCode | Should -BeIn 0, 2
        @(Get-IntegrationRun 'Labels').Count | Should -BeGreaterThan 2
    }

    It 'fail with one clear error where the password was changed in Billbee' {
        $null = Send-Control "$BillbeeControl/password" @{ password = 'another' } Put
        $Error.Clear()
        $run = Start-Integration 'Products' -ErrorAction SilentlyContinue
        $run.Status, $Error.Count | Should -Be 'Failed', 1
        "$($Error[0])" | Should -BeLike '*Products failed*Billbee*Credential: "Billbee"*'
    }
}
