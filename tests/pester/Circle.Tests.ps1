# The whole circle through cmdlets: products and orders into the warehouse; shipments, marks, returns and stock back into the shop.

BeforeAll {
    Import-Module "$PSScriptRoot/TestModule.psm1" -Force
    Import-Module (Get-ModuleManifest) -Force
    $script:Store = Join-Path $TestDrive 'circle.db'
    $PSDefaultParameterValues['*-Integration*:StorePath'] = $Store

    function script:Add-Credential([string] $ShopAddress, [string] $Token, $Tenant) {
        $null = Initialize-IntegrationStore
        $null = New-IntegrationCredential 'Shop' Shopify $ShopAddress -AccessToken (ConvertTo-Secret $Token) -Sandbox -SkipCheck
        $login = [pscredential]::new($Tenant.userName, (ConvertTo-Secret $Tenant.password))
        $null = New-IntegrationCredential 'Wms' Pulpo $Tenant.address -Credential $login -Sandbox -SkipCheck
    }

    function script:Invoke-Run([string] $Name) { Start-Integration $Name -WarningAction SilentlyContinue -ErrorAction Stop }
}

AfterAll {
    $PSDefaultParameterValues.Remove('*-Integration*:StorePath')
}

Describe 'Settings of each type' {
    BeforeAll {
        $PSDefaultParameterValues['*-Integration*:StorePath'] = Join-Path $TestDrive 'settings.db'
        Add-Credential 'http://127.0.0.1:1/shopify/acme' 'shpat_sandbox_acme' @{ userName = 'api'; password = 'secret'; address = 'http://127.0.0.1:1/pulpo/acme' }
    }

    AfterAll { $PSDefaultParameterValues['*-Integration*:StorePath'] = $Store }

    It 'are kept as they are given: <Type>' -ForEach @(
        @{
            Type = 'products'; From = 'Shop'; To = 'Wms'
            Given = @{ TagsToCategories = $true; PriceFrom = 'cost'; PhysicalOnly = $true; ProductStatus = 'active;draft'; LotTag = 'lot'; SerialTag = 'serial'; PageSize = 20 }
            Kept = @{ TagsToCategories = 'true'; PriceFrom = 'Cost'; PhysicalOnly = 'true'; ProductStatus = "ACTIVE`nDRAFT"; LotTag = 'lot'; SerialTag = 'serial'; PageSize = '20' }
        }
        @{
            Type = 'sales_orders_pos'; From = 'Shop'; To = 'Wms'
            Given = @{ Customer = 'COUNTER'; NumberPrefix = 'POS-'; OrderNumberAffixes = $true; WarehouseMap = 'Showroom=Berlin'; IncludeTest = $true }
            Kept = @{ Customer = 'COUNTER'; NumberPrefix = 'POS-'; OrderNumberAffixes = 'true'; WarehouseMap = 'Showroom=Berlin'; IncludeTest = 'true' }
        }
        @{
            Type = 'stock'; From = 'Wms'; To = 'Shop'
            Given = @{ Quantity = 'onhand'; Warehouse = 'Berlin'; WarehouseMap = @{ Showroom = 'Hamburg' }; ActivateMissing = $true; OrdersFirst = $false }
            Kept = @{ Quantity = 'OnHand'; Warehouse = 'Berlin'; WarehouseMap = 'Showroom=Hamburg'; ActivateMissing = 'true'; OrdersFirst = 'false' }
        }
        @{
            Type = 'generate_shipments'; From = 'Wms'; To = 'Shop'
            Given = @{ ShipWhen = 'packed'; NotifyCustomer = $true; CarrierMap = @{ dhl_express = 'DHL Express' }; TrackingHours = 24 }
            Kept = @{ ShipWhen = 'Packed'; NotifyCustomer = 'true'; CarrierMap = 'dhl_express=DHL Express'; TrackingHours = '24' }
        }
        @{
            Type = 'status_updates'; From = 'Wms'; To = 'Shop'
            Given = @{ ImportedTag = 'in-warehouse'; LotsToNote = $true }
            Kept = @{ ImportedTag = 'in-warehouse'; LotsToNote = 'true' }
        }
        @{
            Type = 'returns'; From = 'Wms'; To = 'Shop'
            Given = @{ RegisterReturn = $false; RefundGoods = $true; RefundShipping = $true; NotifyCustomer = $true; Rejected = 'skip' }
            Kept = @{ RegisterReturn = 'false'; RefundGoods = 'true'; RefundShipping = 'true'; NotifyCustomer = 'true'; Rejected = 'Skip' }
        }
    ) {
        $config = New-IntegrationConfig "All of $Type" $Type $From $To -SkipCheck @Given
        $config.Settings.Count | Should -Be $Kept.Count
        $Kept.GetEnumerator() | ForEach-Object { $config.Settings[$_.Key] | Should -Be $_.Value -Because "$($_.Key) was given" }
    }

    It 'are refused by a type that does not know them, which names those it knows' {
        { New-IntegrationConfig 'Odd' stock Wms Shop -Tag vip -SkipCheck } | Should -Throw -ErrorId 'SettingUnknown,*' -ExpectedMessage '*no setting Tag*Quantity*OrdersFirst*'
        { New-IntegrationConfig 'Odd' returns Wms Shop -OrdersFirst -SkipCheck } | Should -Throw -ErrorId 'SettingUnknown,*' -ExpectedMessage '*no setting OrdersFirst*RegisterReturn*'
        Get-IntegrationConfig 'Odd*' | Should -BeNullOrEmpty
    }

    It 'that are on by default are switched off and on, also by a cell of a table; a blank cell is the default' {
        $rows = 'Name,Type,Source,Destination,OrdersFirst,SkipCheck', 'Cell off,stock,Wms,Shop,nein,true', 'Cell blank,stock,Wms,Shop,,true', 'Cell on,stock,Wms,Shop,ja,true'
        $off, $blank, $on = $rows | ConvertFrom-Csv | New-IntegrationConfig
        $off.Settings['OrdersFirst'], $blank.Settings['OrdersFirst'], $on.Settings['OrdersFirst'] | Should -Be 'false', $null, 'true'

        (Set-IntegrationConfig 'Cell blank' -OrdersFirst:$false -SkipCheck -PassThru).Settings['OrdersFirst'] | Should -Be 'false'
        (Set-IntegrationConfig 'Cell blank' -Quantity OnHand -SkipCheck -PassThru).Settings['OrdersFirst'] | Should -Be 'false'
        (Set-IntegrationConfig 'Cell blank' -OrdersFirst -SkipCheck -PassThru).Settings['OrdersFirst'] | Should -Be 'true'
    }

    It 'flow the way that their type flows' {
        { New-IntegrationConfig 'Odd' stock Shop Wms -SkipCheck } | Should -Throw -ErrorId 'ConfigInvalid,*' -ExpectedMessage '*stock reads from Pulpo*'
    }

    It 'complete their words for their own type: <Line>' -ForEach @(
        @{ Line = 'New-IntegrationConfig {0} x stock -Quantity O'; Expected = 'OnHand' }
        @{ Line = 'New-IntegrationConfig {0} x generate_shipments -ShipWhen T'; Expected = 'Tracking' }
        @{ Line = 'New-IntegrationConfig {0} x products -PriceFrom C'; Expected = 'Cost' }
        @{ Line = "Set-IntegrationConfig {0} 'All of returns' -Rejected S"; Expected = 'Skip' }
    ) {
        Get-Completion ($Line -f "-StorePath '$(Join-Path $TestDrive 'settings.db')'") | Should -Be $Expected
    }
}

Describe 'The whole circle' {
    BeforeAll {
        $script:World = Start-Sandbox
        if (-not $World) { return }

        $script:Shop = $World.Shops[0]
        $script:ShopControl = "$($World.Control)shopify/$($Shop.name)"
        $script:WmsControl = "$($World.Control)pulpo/$($World.Tenant.name)"
        Add-Credential $Shop.address $Shop.accessToken $World.Tenant

        function script:Get-ShopOrder { (Invoke-RestMethod "$ShopControl/orders") | ForEach-Object { $_ } }
        function script:Send-Control([string] $Url, [hashtable] $Body, [string] $Method = 'Post') {
            Invoke-RestMethod $Url -Method $Method -Body ($Body | ConvertTo-Json -Depth 9) -ContentType 'application/json'
        }
    }

    BeforeEach {
        if (-not $World) { Set-ItResult -Skipped -Because 'the command line is not built' }
    }

    AfterAll { Stop-Sandbox $World }

    It 'is set up by one command for each type' {
        $null = New-IntegrationConfig 'Products' products Shop Wms -PhysicalOnly -TagsToCategories
        $null = New-IntegrationConfig 'Orders' sales_orders Shop Wms -PhysicalOnly -StartFrom 2020-01-01
        $null = New-IntegrationConfig 'Counter' sales_orders_pos Shop Wms -Customer WEBSHOP -NumberPrefix POS-
        $null = New-IntegrationConfig 'Shipments' generate_shipments Wms Shop -NotifyCustomer -StartFrom 2020-01-01
        $null = New-IntegrationConfig 'Status' status_updates Wms Shop -ImportedTag in-warehouse -StartFrom 2020-01-01
        $null = New-IntegrationConfig 'Returns' returns Wms Shop
        $null = New-IntegrationConfig 'Stock' stock Wms Shop -Quantity Available -ActivateMissing

        (Get-IntegrationConfig).Type | ForEach-Object { "$_" } | Sort-Object |
            Should -Be 'GenerateShipments', 'Products', 'Returns', 'SalesOrders', 'SalesOrdersPos', 'StatusUpdates', 'Stock'
        Get-IntegrationConfig | Out-String -Width 200 | Should -Match 'generate_shipments'
    }

    It 'runs nothing with -WhatIf' {
        Start-Integration '*' -WhatIf
        Start-Integration 'Stock' -Full -WhatIf
        Get-IntegrationRun | Should -BeNullOrEmpty
    }

    It 'lets stock wait until the orders were read, and says so' {
        $null = Start-Integration 'Stock' -WarningVariable warnings -WarningAction SilentlyContinue
        "$warnings" | Should -BeLike '*"Stock" did not run: it waits for "Orders"*'
        Get-IntegrationRun 'Stock' | Should -BeNullOrEmpty
        (Get-IntegrationLog 'Stock').Code | Should -Contain 'ReadFirst'
        (Invoke-CommandLine run Stock --json --store $Store).ExitCode | Should -Be 3
    }

    It 'brings products and orders into the warehouse' {
        # One of the shop's products has no SKU.
        (Invoke-Run 'Products').Status | Should -BeIn 'Finished', 'FinishedPartially'
        @(Get-IntegrationRecord -Integration Products -State Parked).Reason | Should -BeIn 'EmptySku', $null
        $run = Invoke-Run 'Orders'
        $run.Status | Should -Be 'Finished'
        $run.Counts.Created | Should -BeGreaterThan 50
    }

    It 'marks the orders that have arrived, and that is no edit' {
        (Invoke-Run 'Status').Status | Should -Be 'Finished'
        $arrived = (Get-IntegrationRecord -Integration Orders -State Written -Last 10000).SourceKey | Sort-Object -Unique
        $marked = (Get-ShopOrder | Where-Object { $_.tags -contains 'in-warehouse' }).gid | Sort-Object
        $marked | Should -Be $arrived

        $again = Invoke-Run 'Orders'
        $again.Counts.Created, $again.Counts.Updated, $again.Counts.Failed | Should -Be 0, 0, 0
    }

    It 'tells the shop of each shipment once' {
        $packed = Invoke-RestMethod "$WmsControl/orders" | ForEach-Object { $_ } | Select-Object -First 10
        $packed | ForEach-Object { Send-Control "$WmsControl/orders/$($_.number)/advance" @{ state = 'ended' } }
        $run = Invoke-Run 'Shipments'
        $run.Status | Should -Be 'Finished'
        $run.Counts.Created | Should -Be 10

        $shipped = Get-ShopOrder | Where-Object { $_.name.TrimStart('#') -in $packed.number }
        $shipped.Count | Should -Be 10
        foreach ($order in $shipped) {
            @($order.fulfillments).Count | Should -Be 1
            $order.fulfillments[0].tracking.number | Should -Not -BeNullOrEmpty
        }
        (Invoke-Run 'Shipments').Counts.Created | Should -Be 0
        (Invoke-Run 'Orders').Counts.Updated | Should -Be 0
    }

    It 'registers what came back once' {
        $number = (Get-IntegrationRecord -Integration Shipments -State Written | Select-Object -First 1).Number -replace '\D.*$'
        $order = Get-ShopOrder | Where-Object { $_.name.TrimStart('#') -eq $number }
        $line = $order.lines | Where-Object requiresShipping | Select-Object -First 1
        Send-Control "$WmsControl/orders/$number/returns" @{ lines = @(@{ line = $line.sku; quantity = 1 }) }

        $run = Invoke-Run 'Returns'
        $run.Status | Should -Be 'Finished'
        $run.Counts.Created | Should -Be 1
        (Invoke-Run 'Returns').Counts.Created | Should -Be 0
        $returns = @((Get-ShopOrder | Where-Object gid -EQ $order.gid).returns)
        $returns.Count | Should -Be 1
        ($returns[0].lines | Measure-Object quantity -Sum).Sum | Should -Be 1
        (Get-IntegrationRecord $number).Type | Should -Contain 'Returns' -Because 'people ask by the number of the order'
    }

    It 'books a counter sale' {
        $sku = ((Invoke-RestMethod "$ShopControl/products") | ForEach-Object { $_ } | Where-Object requiresShipping)[0].sku
        Send-Control "$WmsControl/stock" @{ sku = $sku; warehouse = 'Berlin'; quantity = 5 } -Method Put
        $null = Send-Control "$ShopControl/counter" @{ location = 'Berlin'; lines = @(@{ sku = $sku; quantity = 2 }) }

        $run = Invoke-Run 'Counter'
        $run.Counts.Created | Should -Be 1
        $booked = (Invoke-RestMethod "$WmsControl/orders") | ForEach-Object { $_ } | Where-Object number -Like 'POS-*'
        $booked.state | Should -Be 'ended'
    }

    It 'tells the shop its stock, and what is right already is left' {
        $skus = ((Invoke-RestMethod "$ShopControl/products") | ForEach-Object { $_ } | Where-Object { $_.sku -and $_.requiresShipping }).sku | Sort-Object -Unique
        foreach ($at in 0..($skus.Count - 1)) { Send-Control "$WmsControl/stock" @{ sku = $skus[$at]; warehouse = 'Berlin'; quantity = 500 + $at } -Method Put }
        $null = Invoke-Run 'Orders'
        $null = Invoke-Run 'Counter'
        $run = Invoke-Run 'Stock'
        $run.Status | Should -BeIn 'Finished', 'FinishedPartially'
        $run.Counts.Updated | Should -BeGreaterThan 20

        $free = @{}
        (Invoke-RestMethod "$WmsControl/stock") | ForEach-Object { $_ } | Where-Object warehouse -EQ 'Berlin' | ForEach-Object { $free[$_.sku] = $_.available }
        $levels = (Invoke-RestMethod "$ShopControl/levels") | ForEach-Object { $_ } | Where-Object { $_.location -eq 'Berlin' -and $free.ContainsKey("$($_.sku)") }
        $levels.Count | Should -BeGreaterThan 20
        $outstanding = @(Get-IntegrationRecord -Integration Orders -State Parked, Waiting, Pending)
        if (-not $outstanding) { $levels | ForEach-Object { $_.available | Should -Be $free[$_.sku] -Because "$($_.sku) is free" } }

        $null = Invoke-Run 'Orders'
        $null = Invoke-Run 'Counter'
        $full = Start-Integration 'Stock' -Full -WarningAction SilentlyContinue
        $full.Counts.Updated, $full.Counts.Failed | Should -Be 0, 0
        $full.Counts.Read | Should -BeGreaterOrEqual $levels.Count
    }

    It 'answers for a SKU and for an order in each of its types' {
        $sku = (Get-IntegrationRecord -Integration Stock -State Written | Select-Object -First 1).Number
        (Get-IntegrationRecord $sku).Type | Sort-Object -Unique | Should -Be ('Products', 'Stock' | Sort-Object)
        Get-IntegrationRecord $sku | Out-String -Width 250 | Should -Match "$sku +Written +Stock"
        (Invoke-CommandLine record $sku --json --store $Store).Output.type | Sort-Object -Unique | Should -Be 'products', 'stock'

        $number = (Get-IntegrationRecord -Integration Shipments -State Written | Select-Object -First 1).Number -replace '\D.*$'
        (Get-IntegrationRecord $number).Type | Should -Contain 'SalesOrders'
        (Get-IntegrationRecord $number).Type | Should -Contain 'GenerateShipments'
    }
}

Describe 'The schedule of the circle' {
    BeforeAll {
        $script:World = Start-Sandbox
        if (-not $World) { return }

        $PSDefaultParameterValues['*-Integration*:StorePath'] = Join-Path $TestDrive 'due.db'
        Add-Credential $World.Shops[0].address $World.Shops[0].accessToken $World.Tenant
    }

    BeforeEach {
        if (-not $World) { Set-ItResult -Skipped -Because 'the command line is not built' }
    }

    AfterAll {
        $PSDefaultParameterValues['*-Integration*:StorePath'] = $Store
        Stop-Sandbox $World
    }

    It 'runs what is due in the order of need, and then nothing' {
        # Made the other way round: names and age do not decide.
        $null = New-IntegrationConfig 'A stock' stock Wms Shop -Every 1
        $null = New-IntegrationConfig 'B shipments' generate_shipments Wms Shop -Every 1
        $null = New-IntegrationConfig 'C orders' sales_orders Shop Wms -StartFrom 2020-01-01 -Every 1
        $null = New-IntegrationConfig 'D products' products Shop Wms -Every 1
        $runs = Start-Integration -Due -WarningAction SilentlyContinue

        $runs.Integration | Should -Be 'D products', 'C orders', 'B shipments', 'A stock'
        $runs.Status | Should -Not -Contain 'Failed'
        Start-Integration -Due | Should -BeNullOrEmpty
    }
}
