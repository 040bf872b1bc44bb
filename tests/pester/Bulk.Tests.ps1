BeforeAll {
    Import-Module "$PSScriptRoot/TestModule.psm1" -Force
    Import-Module (Get-ModuleManifest) -Force
    $PSDefaultParameterValues['*-Integration*:StorePath'] = Join-Path $TestDrive 'store.db'
    $script:Script = [IO.Path]::GetFullPath("$PSScriptRoot/../../scripts/Import-PulpoStore.ps1")
    $script:Csv = Join-Path $TestDrive 'stores.csv'

    # Calls the script on a table; its errors go to $Faults.
    function Import-Table([string[]] $Lines, [hashtable] $With = @{ SkipCheck = $true }) {
        if ($Lines) { Set-Content $Csv $Lines }
        & $Script $Csv @With -ErrorAction SilentlyContinue -ErrorVariable +script:Faults
    }

    # Everything that a store knows of its set-up, with ids and times.
    function Get-Dump { @(Get-IntegrationCredential) + @(Get-IntegrationConfig) | ConvertTo-Json -Depth 6 }

    $script:Two = @(
        'Name,System,Address,AccessTokenEnv,Wms,Wms.Address,Wms.UserName,Wms.PasswordEnv,Types,PhysicalOnly,WarehouseMap,stock.Quantity,products.Every,# Remark'
        'Berlin,Shopify,acme-berlin,BERLIN,PULPO,https://eu.pulpo.co,sync,PULPO_PASSWORD,products;Verkaufsaufträge;stock,ja,Main street=B;Hafen=H,OnHand,30,first'
        'Hamburg,Shopify,acme-hamburg,HAMBURG,PULPO,,,,sales_orders,,,,,'
    )
}

AfterAll {
    $PSDefaultParameterValues.Remove('*-Integration*:StorePath')
}

Describe 'Import-PulpoStore' {
    BeforeEach {
        Remove-Item (Join-Path $TestDrive 'store.db*')
        $script:Faults = @()
    }

    It 'makes a credential and the integrations of each row' {
        $results = Import-Table $Two
        $Faults | Should -BeNullOrEmpty
        $results.Store | Should -Be 'Berlin', 'Hamburg'
        $results.Result | Should -Be 'Created', 'Created'
        $results[0].Credential | Should -Be 'Berlin'
        $results[0].Integrations | Should -Be 'Berlin products', 'Berlin sales_orders', 'Berlin stock'

        (Get-IntegrationCredential).Name | Should -Be 'Berlin', 'Hamburg', 'PULPO'
        (Get-IntegrationCredential Berlin).Secrets['AccessToken'] | Should -Be 'env:BERLIN'
        $stock = Get-IntegrationConfig 'Berlin stock'
        $stock.Source, $stock.Destination | Should -Be 'PULPO', 'Berlin'
        $stock.Settings['Quantity'] | Should -Be 'OnHand'
        $orders = Get-IntegrationConfig 'Berlin sales_orders'
        $orders.Source, $orders.Every | Should -Be 'Berlin', 10
        $orders.Settings['PhysicalOnly'], $orders.Settings['WarehouseMap'] | Should -Be 'true', "Hafen=H`nMain street=B"
        (Get-IntegrationConfig 'Berlin products').Every | Should -Be 30
    }

    It 'changes nothing the second time' {
        $null = Import-Table $Two
        $before = Get-Dump
        (Import-Table $Two).Result | Should -Be 'Unchanged', 'Unchanged'
        Get-Dump | Should -Be $before
    }

    It 'changes what differs, and says what' {
        $null = Import-Table $Two
        $result = Import-Table ($Two -replace 'OnHand', 'Available')
        $result.Result | Should -Be 'Changed', 'Unchanged'
        $result[0].Message | Should -Be "change integration 'Berlin stock': Quantity"
        (Get-IntegrationConfig 'Berlin stock').Settings['Quantity'] | Should -Be 'Available'
    }

    It 'changes nothing with -WhatIf, and gives the plan' {
        $plan = Import-Table $Two -With @{ WhatIf = $true }
        $plan.Action | Should -Be 'create', 'create'
        Test-Path (Join-Path $TestDrive 'store.db') | Should -BeFalse

        $null = Import-Table $Two
        $before = Get-Dump
        $changed = $Two -creplace 'HAMBURG', 'OTHER'
        $plan = Import-Table ($changed + 'Wien,Shopify,acme-wien,WIEN,PULPO,,,,stock,,,,,' + 'Bad,Nowhere,x,X,PULPO,,,,stock,,,,,') -With @{ WhatIf = $true }
        $plan | ForEach-Object { "$($_.Store) $($_.Action)" } | Sort-Object | Should -Be 'Bad fail', 'Berlin leave', 'Hamburg change', 'Wien create'
        ($plan | Where-Object Store -EQ Hamburg).Changes | Should -Be "change credential 'Hamburg': AccessToken"
        Get-Dump | Should -Be $before
    }

    It 'does the others when the row <Why>' -ForEach @(
        @{ Why = 'names no system'; Row = 'Bad,Nowhere,x,X,PULPO,,,,stock,,,,,'; Says = "*Bad: System cannot be 'Nowhere'. Type one of *Shopify*" }
        @{ Why = 'names no type'; Row = 'Bad,Shopify,x,X,PULPO,,,,oranges,,,,,'; Says = "*Bad: Types cannot hold 'oranges'. Type some of *sales_orders*" }
        @{ Why = 'has no warehouse'; Row = 'Bad,Shopify,x,X,,,,,stock,,,,,'; Says = '*Bad: Wms is missing.*' }
        @{ Why = 'has an unknown warehouse'; Row = 'Bad,Shopify,x,X,Nobody,,,,stock,,,,,'; Says = '*Bad: *Nobody*' }
        @{ Why = 'has no secret'; Row = 'Bad,Shopify,x,,PULPO,,,,stock,,,,,'; Says = '*Bad: *AccessToken*' }
        @{ Why = 'has no name'; Row = ',Shopify,x,X,PULPO,,,,stock,,,,,'; Says = 'row 3: Name is missing.*' }
        @{ Why = 'has no good map'; Row = 'Bad,Shopify,x,X,PULPO,,,,stock,,Hafen,,,'; Says = '*Bad: *Hafen*is no pair*' }
        @{ Why = 'has no good number'; Row = 'Bad,Shopify,x,X,PULPO,,,,products,,,,often,'; Says = "*Bad: Every cannot be 'often'. Type a whole number." }
        @{ Why = 'is there twice'; Row = 'berlin,Shopify,x,X,PULPO,,,,stock,,,,,'; Says = '*is there twice in this file: rows 1 and 3*' }
        @{ Why = 'describes PULPO differently'; Row = 'Bad,Shopify,x,X,PULPO,https://us.pulpo.co,sync,P,stock,,,,,'; Says = "*Bad: *'PULPO' differently*" }
    ) {
        $results = Import-Table ($Two + $Row)
        ($results | Where-Object Result -EQ Created).Store | Should -Be 'Berlin', 'Hamburg'
        ($results | Where-Object Result -EQ Failed).Message | Should -Not -BeNullOrEmpty
        "$($Faults[-1])" | Should -BeLike $Says
    }

    It 'refuses a column that it does not know' {
        $null = Import-Table 'Name,System,Address,AcessTokenEnv', 'Berlin,Shopify,acme,BERLIN'
        "$Faults" | Should -BeLike "*Berlin: There is no column 'AcessTokenEnv'*"
    }

    It 'asks the system unless told otherwise' {
        $results = Import-Table 'Name,System,Address,AccessTokenEnv', 'Berlin,Shopify,acme,PULPOSYNC_TEST_NO_SUCH_VARIABLE' -With @{}
        $results.Result | Should -Be 'Failed'
        "$Faults" | Should -BeLike '*PULPOSYNC_TEST_NO_SUCH_VARIABLE*'
    }

    It 'understands <Form>' -ForEach @(
        @{ Form = 'semicolons and a byte order mark'; Encoding = 'utf8BOM'; Part = ';'; With = @{} }
        @{ Form = 'tabs'; Encoding = 'utf8'; Part = "`t"; With = @{} }
        @{ Form = 'a delimiter that it is told'; Encoding = 'utf8'; Part = '|'; With = @{ Delimiter = '|' } }
    ) {
        $quoted = '"Köln ""Süd"" & ''Straße''"'
        Set-Content $Csv -Encoding $Encoding @(
            'Name', 'System', 'Address', 'AccessTokenEnv', 'Wms', 'Wms.Address', 'Wms.UserName', 'Wms.PasswordEnv', 'Types', 'WarehouseMap' -join $Part
            $quoted, 'Shopify', 'acme', 'TOKEN', 'Lager', 'https://eu.pulpo.co', 'sync', 'P', '"sales_orders;stock"', '"Größe=1;Maß ""x""=2"' -join $Part
            $Part * 9
        )
        $result = Import-Table -With ($With + @{ SkipCheck = $true })
        $result.Store, $result.Result | Should -Be 'Köln "Süd" & ''Straße''', 'Created'
        (Get-IntegrationConfig "$($result.Store) stock").Settings['WarehouseMap'] | Should -Be "Größe=1`nMaß `"x`"=2"
        (Import-Table -With ($With + @{ SkipCheck = $true })).Result | Should -Be 'Unchanged'
    }

    It 'says so when a file is not UTF-8' {
        [IO.File]::WriteAllBytes($Csv, [byte[]] (0x4E, 0x61, 0x6D, 0x65, 0x0A, 0x4B, 0xF6, 0x6C, 0x6E))
        { & $Script $Csv -SkipCheck } | Should -Throw -ExpectedMessage '*not UTF-8*CSV UTF-8*'
    }

    It 'takes JSON, with its own lists, maps and switches' {
        $file = Join-Path $TestDrive 'stores.json'
        Set-Content $file @'
[ { "Name": "Berlin", "System": "Shopify", "Address": "acme", "VaultName": "Shops", "SecretName": "berlin", "Wms": "PULPO", "Wms.Address": "https://eu.pulpo.co",
    "Wms.UserName": "sync", "Wms.PasswordFile": "p.txt", "Types": ["sales_orders", "stock"], "PhysicalOnly": true, "WarehouseMap": { "A": "B" }, "Tag": ["a", "b"],
    "Enabled": false, "stock.DailyAt": "03:00" } ]
'@
        (& $Script $file -SkipCheck).Result | Should -Be 'Created'
        (Get-IntegrationCredential Berlin).Secrets['AccessToken'] | Should -Be 'vault:Shops/berlin'
        $orders = Get-IntegrationConfig 'Berlin sales_orders'
        $orders.Enabled, $orders.Settings['Tag'], $orders.Settings['WarehouseMap'] | Should -Be $false, "a`nb", 'A=B'
        (Get-IntegrationConfig 'Berlin stock').Daily.At | Should -Be ([timeonly] '03:00')
        (& $Script $file -SkipCheck).Result | Should -Be 'Unchanged'
    }

    It 'goes with its example' {
        $example = Join-Path (Split-Path $Script) 'stores.example.csv'
        $results = & $Script $example -SkipCheck
        $results.Result | Should -Be 'Created', 'Created', 'Created'
        (& $Script $example -SkipCheck).Result | Should -Be 'Unchanged', 'Unchanged', 'Unchanged'
    }
}

Describe 'Import-PulpoStore, asking the systems' {
    BeforeAll {
        Remove-Item (Join-Path $TestDrive 'store.db*')
        $script:Sandbox = Start-Sandbox
        if (-not $Sandbox) { return }
        $env:PULPOSYNC_TEST_PASSWORD = $Sandbox.Tenant.password
        $script:Lines = @('Name,System,Address,AccessTokenEnv,Sandbox,Wms,Wms.Address,Wms.UserName,Wms.PasswordEnv,Wms.Sandbox,Types,WarehouseMap')
        foreach ($shop in 'bulk-1', 'bulk-2', 'bulk-3') {
            $null = Invoke-RestMethod "$($Sandbox.Control)shops" -Method Post -ContentType application/json -Body (@{ name = $shop } | ConvertTo-Json)
            Set-Item "env:PULPOSYNC_TEST_$shop" "shpat_sandbox_$shop"
            $address = $Sandbox.Shop.address -replace '[^/]+$', $shop
            $script:Lines += "$shop,Shopify,$address,PULPOSYNC_TEST_$shop,x,Wms,$($Sandbox.Tenant.address),$($Sandbox.Tenant.userName),PULPOSYNC_TEST_PASSWORD,x,sales_orders;stock,Showroom=Leipzig"
        }
    }

    AfterAll {
        Remove-Item env:PULPOSYNC_TEST_* -ErrorAction Ignore
        Stop-Sandbox $Sandbox
    }

    It 'saves what they accept, and says of the other rows why not' {
        if (-not $Sandbox) { Set-ItResult -Skipped -Because 'the command line is not built' }
        $env:PULPOSYNC_TEST_bulk_2 = 'shpat_CANARY'
        $script:Faults = @()
        $wrong = $Lines -replace 'PULPOSYNC_TEST_bulk-2', 'PULPOSYNC_TEST_bulk_2'
        $wrong[3] = $wrong[3] -replace 'Leipzig', 'Nowhere'
        $results = Import-Table $wrong -With @{}
        $results.Result | Should -Be 'Created', 'Failed', 'Failed'
        $results[1].Message | Should -BeLike "*credential 'bulk-2': *Nothing was saved*"
        $results[2].Message | Should -BeLike "*integration 'bulk-3 stock': *Nowhere*Nothing was saved*"
        $results | Format-List | Out-String | Should -Not -Match 'CANARY'
        (Get-IntegrationCredential).Name | Should -Be 'bulk-1', 'bulk-3', 'Wms'
    }

    It 'goes on where the first try ended once the file is right' {
        if (-not $Sandbox) { Set-ItResult -Skipped -Because 'the command line is not built' }
        (Import-Table $Lines -With @{}).Result | Should -Be 'Unchanged', 'Created', 'Changed'
        (Get-IntegrationConfig).Count | Should -Be 6
    }
}

Describe 'Secrets themselves in a table' {
    BeforeAll {
        $script:Plain = 'Name,System,Address,AccessToken,Wms.Address,Wms.UserName,Wms.Password,Types', 'Berlin,Shopify,acme,shpat_CANARY1,https://eu.pulpo.co,sync,CANARY2,stock'
        $script:Accept = @{ SkipCheck = $true; PlainTextSecrets = $true; WarningAction = 'SilentlyContinue' }
    }
    BeforeEach {
        Remove-Item (Join-Path $TestDrive 'store.db*')
        $script:Faults = @()
    }

    It 'are refused, with the column and what to use instead' {
        $results = Import-Table $Plain
        $results.Result | Should -Be 'Failed'
        "$Faults" | Should -BeLike '*column AccessToken holds a secret itself*AccessTokenEnv*-PlainTextSecrets*'
        ($results | Out-String) + "$Faults" | Should -Not -Match 'CANARY'
    }

    It 'are taken with -PlainTextSecrets and a warning, and shown nowhere' {
        $told = Import-Table $Plain -With @{ SkipCheck = $true; PlainTextSecrets = $true; Verbose = $true; WarningVariable = 'warned' } *>&1
        ($told | Where-Object { $_ -is [Management.Automation.WarningRecord] }).Message | Should -BeLike '*holds secrets themselves*'
        ($told | Where-Object { $_.Result }).Result | Should -Be 'Created'
        (Get-IntegrationCredential Berlin).Secrets['AccessToken'] | Should -Be 'stored'
        (Get-IntegrationCredential 'Berlin Wms').Secrets['Password'] | Should -Be 'stored'
        $told | Format-List * | Out-String | Should -Not -Match 'CANARY'
        Get-ChildItem $TestDrive -File -Filter store.db* | ForEach-Object { [IO.File]::ReadAllText($_.FullName) | Should -Not -Match 'CANARY' }
    }

    It 'are compared with those that are kept' {
        $null = Import-Table $Plain -With $Accept
        $before = Get-Dump
        (Import-Table $Plain -With $Accept).Result | Should -Be 'Unchanged'
        Get-Dump | Should -Be $before
        (Import-Table ($Plain -replace 'CANARY1', 'CANARY3') -With $Accept).Result | Should -Be 'Changed'
        Get-Dump | Should -Not -Be $before
    }

    It 'are left alone with -WhatIf' {
        $plan = Import-Table $Plain -With ($Accept + @{ WhatIf = $true })
        $plan.Action | Should -Be 'create'
        Test-Path (Join-Path $TestDrive 'store.db') | Should -BeFalse
        $null = Import-Table $Plain -With $Accept
        $plan = Import-Table ($Plain -replace 'CANARY1', 'CANARY3') -With ($Accept + @{ WhatIf = $true })
        $plan.Changes | Should -Contain "credential 'Berlin': AccessToken is compared when it is imported"
    }
}

Describe '500 stores' {
    It 'are made, left alone, and 20 of them changed' {
        Remove-Item (Join-Path $TestDrive 'store.db*')
        $script:Faults = @()
        $lines = @('Name,System,Address,AccessTokenEnv,Wms,Wms.Address,Wms.UserName,Wms.PasswordEnv,Types,PhysicalOnly,stock.Quantity') +
            (1..500).ForEach{ "Store $_,Shopify,acme-$_,TOKEN_$_,PULPO,https://eu.pulpo.co,sync,P,products;sales_orders;stock,true,OnHand" }
        $results = Import-Table $lines
        $results.Count | Should -Be 500
        $results.Result | Sort-Object -Unique | Should -Be 'Created'
        (Get-IntegrationConfig).Count | Should -Be 1500

        $before = Get-Dump
        (Import-Table $lines).Result | Sort-Object -Unique | Should -Be 'Unchanged'
        Get-Dump | Should -Be $before

        (1..20).ForEach{ $lines[$_ * 7] = $lines[$_ * 7] -replace 'OnHand', 'Available' }
        (Import-Table $lines | Where-Object Result -EQ Changed).Store | Should -Be (1..20).ForEach{ "Store $($_ * 7)" }
        $Faults | Should -BeNullOrEmpty
    }
}

Describe 'Rows of Import-Csv' {
    BeforeEach { Remove-Item (Join-Path $TestDrive 'store.db*'); $null = Initialize-IntegrationStore }

    It 'name the place of each secret' {
        $made = @'
Name,System,Address,UserName,AccessTokenEnv,AccessTokenFile,VaultName,AccessTokenSecretName,PasswordSecretName,SecretName,SkipCheck
A,Shopify,a,,TOKEN,,,,,,x
B,Shopify,b,,,/run/b,,,,,x
C,Shopify,c,,,,Shops,c,,,x
D,Shopify,d,,,,,,,d,x
E,Pulpo,https://eu.pulpo.co,sync,,,Shops,,e,,x
'@ | ConvertFrom-Csv | New-IntegrationCredential
        $made.Secrets.Values | Should -Be 'env:TOKEN', "file:$([IO.Path]::GetFullPath('/run/b'))", 'vault:Shops/c', 'vault:d', 'vault:Shops/e'

        $null = 'Name,PasswordSecretName,VaultName', 'E,other,' | ConvertFrom-Csv | Set-IntegrationCredential -SkipCheck
        (Get-IntegrationCredential E).Secrets['Password'] | Should -Be 'vault:other'
    }

    It 'are each named by their errors, which say what to type' {
        $made = 'Name,System,Address,AccessTokenEnv,SkipCheck', 'A,,a,T,x', 'B,Nowhere,b,T,x', 'C,Shopify,c,,x', 'D,Shopify,d,T,x' | ConvertFrom-Csv |
            New-IntegrationCredential -ErrorAction SilentlyContinue -ErrorVariable faults
        $made.Name | Should -Be 'D'
        "$($faults[0])" | Should -BeLike 'A: *Type one of *Shopify*'
        "$($faults[1])" | Should -BeLike 'B: *Nowhere*Type one of *Shopify*'
        "$($faults[2])" | Should -BeLike '*C*needs AccessToken*'
    }
}
