# One engine behind two hosts: what PowerShell does with a store is what the command line does with it.

BeforeAll {
    Import-Module "$PSScriptRoot/TestModule.psm1" -Force
    Import-Module (Get-ModuleManifest) -Force

    function script:New-SetupByModule($Sandbox, $Store) {
        $at = @{ StorePath = $Store }
        $null = Initialize-IntegrationStore @at
        $null = New-IntegrationCredential 'Shop' Shopify $Sandbox.Shop.address -AccessToken (ConvertTo-Secret $Sandbox.Shop.accessToken) -Sandbox @at
        $login = [pscredential]::new($Sandbox.Tenant.userName, (ConvertTo-Secret $Sandbox.Tenant.password))
        $null = New-IntegrationCredential 'Wms' Pulpo $Sandbox.Tenant.address -Credential $login -Sandbox @at
        $null = New-IntegrationConfig 'Orders' sales_orders Shop Wms -Every 5 -StartFrom 2020-01-01 -PhysicalOnly -TagsToCriterium `
            -FinancialStatus paid, partially_refunded -WarehouseMap @{ Showroom = 'Berlin' } -FallbackCustomer WEBSHOP -TimeZone Europe/Berlin @at
    }

    function script:New-ImportFile($Sandbox, $Folder) {
        $null = New-Item $Folder -ItemType Directory -Force
        Set-Content (Join-Path $Folder 'token') $Sandbox.Shop.accessToken
        Set-Content (Join-Path $Folder 'password') $Sandbox.Tenant.password
        $file = Join-Path $Folder 'import.json'
        @{
            credentials = @(
                @{
                    name = 'Shop'; system = 'Shopify'; address = $Sandbox.Shop.address; sandbox = $true
                    secrets = @{ AccessToken = @{ file = Join-Path $Folder 'token' } }
                }
                @{
                    name = 'Wms'; system = 'Pulpo'; address = $Sandbox.Tenant.address; sandbox = $true
                    fields = @{ UserName = $Sandbox.Tenant.userName }; secrets = @{ Password = @{ file = Join-Path $Folder 'password' } }
                }
            )
            stores      = @(
                @{
                    integrations = @(
                        @{
                            name = 'Orders'; type = 'sales_orders'; source = 'Shop'; destination = 'Wms'; every = 5; timeZone = 'Europe/Berlin'
                            settings = @{
                                StartFrom = '2020-01-01'; PhysicalOnly = $true; TagsToCriterium = $true; FinancialStatus = 'paid', 'partially_refunded'
                                WarehouseMap = @{ Showroom = 'Berlin' }; FallbackCustomer = 'WEBSHOP'
                            }
                        }
                    )
                }
            )
        } | ConvertTo-Json -Depth 9 | Set-Content $file
        $file
    }

    # The two sandboxes listen on ports of their own.
    function script:ConvertTo-Comparable($Items, [string[]] $Property) {
        $Items | ForEach-Object { $item = $_; ($Property | ForEach-Object { "$($item.$_)" -replace '127\.0\.0\.1:\d+', 'sandbox' }) -join ' | ' } | Sort-Object
    }
}

Describe 'A store set up and run by the module, and one by the command line, on worlds that are alike' {
    BeforeAll {
        $script:ModuleWorld, $script:CommandWorld = (Start-Sandbox), (Start-Sandbox)
        if (-not $ModuleWorld) { return }

        $script:ModuleStore, $script:CommandStore = (Join-Path $TestDrive 'module.db'), (Join-Path $TestDrive 'command.db')
        New-SetupByModule $ModuleWorld $ModuleStore
        $script:Import = Invoke-CommandLine import (New-ImportFile $CommandWorld (Join-Path $TestDrive 'import')) --json --store $CommandStore
        $script:ModuleRun = Start-Integration 'Orders' -StorePath $ModuleStore -WarningAction SilentlyContinue
        $script:CommandRun = Invoke-CommandLine run Orders --json --store $CommandStore
    }

    BeforeEach {
        if (-not $ModuleWorld) { Set-ItResult -Skipped -Because 'the command line is not built' }
    }

    AfterAll {
        Stop-Sandbox $ModuleWorld
        Stop-Sandbox $CommandWorld
    }

    It 'have the same settings' {
        $Import.ExitCode | Should -Be 0 -Because "$($Import.Errors)"
        $module, $command = (Get-IntegrationConfig -StorePath $ModuleStore), (Get-IntegrationConfig -StorePath $CommandStore)
        ($command.Settings.GetEnumerator() | Sort-Object Key) -join ';' | Should -Be (($module.Settings.GetEnumerator() | Sort-Object Key) -join ';')
        $module.Settings.Count | Should -Be 6
        $command.Every, $command.TimeZone, $command.Source, $command.Destination | Should -Be ($module.Every, $module.TimeZone, $module.Source, $module.Destination)
    }

    It 'have runs with the same figures' {
        $ModuleRun.Counts.Created | Should -BeGreaterThan 20
        $finished = $CommandRun.Output[-1]
        $finished.event | Should -Be 'runFinished'
        $finished.status | Should -Be "$($ModuleRun.Status)"
        $CommandRun.ExitCode | Should -Be @{ Finished = 0; FinishedPartially = 2 }["$($ModuleRun.Status)"]
        foreach ($figure in 'Read', 'Created', 'Updated', 'Cancelled', 'Unchanged', 'Skipped', 'Failed', 'Parked') {
            $finished.$figure | Should -Be $ModuleRun.Counts.$figure -Because "$figure is the same"
        }
    }

    It 'have the same records' {
        $fields = 'Number', 'SourceKey', 'Part', 'State', 'Reason', 'Message'
        $module = ConvertTo-Comparable (Get-IntegrationRecord -Last 10000 -StorePath $ModuleStore) $fields
        $module.Count | Should -BeGreaterThan 50
        ConvertTo-Comparable (Get-IntegrationRecord -Last 10000 -StorePath $CommandStore) $fields | Should -Be $module
    }

    It 'have the same outcomes, each read by the other host' {
        $fields = 'Number', 'SourceKey', 'Outcome', 'Code', 'Message'
        $module = (Invoke-CommandLine log --last 10000 --json --store $ModuleStore).Output | Where-Object outcome
        $command = Get-IntegrationLog -Last 10000 -StorePath $CommandStore | Where-Object { $null -ne $_.Outcome }
        $module.Count | Should -BeGreaterThan 50
        ConvertTo-Comparable $command $fields | Should -Be (ConvertTo-Comparable $module $fields)
    }

    It 'have brought the same orders into the warehouse' {
        $orders = Get-WarehouseOrder $ModuleWorld
        $orders.Count | Should -Be $ModuleRun.Counts.Created
        Get-WarehouseOrder $CommandWorld | Should -Be $orders
    }
}

Describe 'One store driven by both' {
    BeforeAll {
        $script:World = Start-Sandbox
        if (-not $World) { return }

        $script:Store = Join-Path $TestDrive 'both.db'
        $PSDefaultParameterValues['*-Integration*:StorePath'] = $Store
        New-SetupByModule $World $Store
        function script:Add-Order([int] $Count, [int] $Seed) {
            # Made just now: what is new to a shop is not behind the cursor.
            $body = @{ seed = $Seed; orders = $Count; plain = $true; products = 60; spread = '00:00:01' } | ConvertTo-Json
            $null = Invoke-RestMethod "$($World.Control)shopify/$($World.Shop.name)/seed" -Method Post -Body $body -ContentType 'application/json'
        }
    }

    BeforeEach {
        if (-not $World) { Set-ItResult -Skipped -Because 'the command line is not built' }
    }

    AfterAll {
        Stop-Sandbox $World
        $PSDefaultParameterValues.Remove('*-Integration*:StorePath')
    }

    It 'goes on where the other has ended, and creates nothing twice' {
        $first = Start-Integration 'Orders' -WarningAction SilentlyContinue
        Add-Order 7 31
        $second = (Invoke-CommandLine run Orders --json --store $Store).Output[-1]
        Add-Order 5 32
        $third = Start-Integration 'Orders' -WarningAction SilentlyContinue
        $null = Invoke-CommandLine reset-cursor Orders --store $Store
        $fourth = Start-Integration 'Orders' -WarningAction SilentlyContinue
        $null = Reset-IntegrationCursor 'Orders' -Confirm:$false
        $fifth = (Invoke-CommandLine run Orders --json --store $Store).Output[-1]

        $second.created, $third.Counts.Created, $fourth.Counts.Created, $fifth.created | Should -Be 7, 5, 0, 0
        @(Get-WarehouseOrder $World).Count | Should -Be ($first.Counts.Created + 7 + 5)
        (Get-IntegrationRun 'Orders').Count | Should -Be 5
        (Invoke-CommandLine runs Orders --json --store $Store).Output.runId | Should -Be (Get-IntegrationRun 'Orders').Id
    }

    It 'shows each what the other has set' {
        Set-IntegrationConfig 'Orders' -Tag vip
        ((Invoke-CommandLine config list Orders --json --store $Store).Output).settings.Tag | Should -Be 'vip'
        $change = Invoke-CommandLine import (New-ImportFile $World (Join-Path $TestDrive 'change')) --json --store $Store
        $change.Output.result | Should -Be 'changed', 'changed', 'changed'
        (Get-IntegrationConfig 'Orders').Settings.ContainsKey('Tag') | Should -BeFalse
        (Get-IntegrationCredential 'Shop').Secrets['AccessToken'] | Should -BeLike 'file:*token'
        Test-IntegrationCredential 'Shop', 'Wms' -Quiet | Should -Be $true, $true
    }

    It 'is not doubled by a run of the other at the same time' {
        Add-Order 20 33
        $before = @(Get-WarehouseOrder $World).Count
        $program = Get-CommandLine
        $command = Start-Job { & dotnet $using:program run Orders --json --store $using:Store }
        $deadline = [datetime]::UtcNow.AddSeconds(30)
        do { $null = Start-Integration 'Orders' -WarningAction SilentlyContinue } while ($command.State -eq 'Running' -and [datetime]::UtcNow -lt $deadline)
        $null = $command | Wait-Job | Receive-Job
        Remove-Job $command

        @(Get-WarehouseOrder $World).Count | Should -Be ($before + 20)
    }
}
