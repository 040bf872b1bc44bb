BeforeAll {
    Import-Module "$PSScriptRoot/TestModule.psm1" -Force
    Import-Module (Get-ModuleManifest) -Force
    $script:Store = Join-Path $TestDrive 'store.db'
    $PSDefaultParameterValues['*-Integration*:StorePath'] = $Store
    $null = Initialize-IntegrationStore
}

AfterAll {
    $PSDefaultParameterValues.Remove('*-Integration*:StorePath')
}

Describe 'New-IntegrationCredential' {
    It 'keeps a secret, and never shows it' {
        $credential = New-IntegrationCredential 'Kept' Shopify acme -AccessToken (ConvertTo-Secret 'shpat_0123456789') -SkipCheck
        $credential.Secrets['AccessToken'] | Should -Be 'stored'
        $credential | Format-List * | Out-String | Should -Not -Match 'shpat_0123456789'
        Get-ChildItem $TestDrive -File | ForEach-Object { [IO.File]::ReadAllText($_.FullName) | Should -Not -Match 'shpat_0123456789' }
    }

    It 'keeps only the place of a secret given by <Parameter>' -ForEach @(
        @{ Parameter = 'AccessTokenEnv'; Value = 'SHOP_TOKEN'; Place = 'env:SHOP_TOKEN' }
        @{ Parameter = 'AccessTokenFile'; Value = '/run/token'; Place = "file:$([IO.Path]::GetFullPath('/run/token'))" }
    ) {
        $secret = @{ $Parameter = $Value }
        (New-IntegrationCredential "By $Parameter" Shopify acme @secret -SkipCheck).Secrets['AccessToken'] | Should -Be $Place
    }

    It 'keeps only the place of a secret in a vault' {
        (New-IntegrationCredential 'By vault' Shopify acme -VaultName Main -SecretName shop -SkipCheck).Secrets['AccessToken'] | Should -Be 'vault:Main/shop'
    }

    It 'takes user and password together' {
        $login = [pscredential]::new('sync', (ConvertTo-Secret 'secret'))
        $credential = New-IntegrationCredential 'Warehouse' Pulpo https://eu.pulpo.co -Credential $login -SkipCheck
        $credential.Fields['UserName'] | Should -Be 'sync'
        $credential.Secrets['Password'] | Should -Be 'stored'
    }

    It 'refuses a secret that is given twice' {
        { New-IntegrationCredential 'Twice' Shopify acme -AccessTokenEnv A -AccessTokenFile b -SkipCheck } | Should -Throw -ErrorId 'CredentialInvalid,*'
    }

    It 'takes no secret as plain text' {
        { New-IntegrationCredential 'Plain' Shopify acme -AccessToken 'shpat_1' -SkipCheck } | Should -Throw -ErrorId 'CannotConvertArgumentNoMessage,*'
    }

    It 'saves nothing with -WhatIf' {
        New-IntegrationCredential 'Perhaps' Shopify acme -AccessTokenEnv A -WhatIf
        { Get-IntegrationCredential 'Perhaps' } | Should -Throw -ErrorId 'CredentialNotFound,*'
    }

    It 'takes the rows of a table; one bad row does not hold up the others' {
        $rows = @'
Name,System,Address,AccessTokenEnv,UserName,PasswordEnv,SkipCheck
Row 1,Shopify,one,TOKEN_1,,,true
Row 2,Nowhere,two,TOKEN_2,,,true
Row 3,Shopify,three,TOKEN_3,,,ja
Row 1,Shopify,one,TOKEN_1,,,true
Row 5,Pulpo,https://eu.pulpo.co,,sync,PULPO_PASSWORD,x
'@ | ConvertFrom-Csv
        $saved = $rows | New-IntegrationCredential -ErrorVariable faults -ErrorAction SilentlyContinue

        $saved.Name | Should -Be 'Row 1', 'Row 3', 'Row 5'
        $faults.FullyQualifiedErrorId | Should -BeLike '*,PulpoSync.PowerShell.Commands.NewIntegrationCredentialCommand'
        $faults.FullyQualifiedErrorId.ForEach{ $_.Split(',')[0] } | Should -Be 'SystemUnknown', 'CredentialExists'
        $faults.CategoryInfo.Category | Should -Be 'ObjectNotFound', 'ResourceExists'
    }
}

Describe 'Set-IntegrationCredential' {
    It 'changes what is given, and nothing else' {
        $null = New-IntegrationCredential 'Change' Shopify before -AccessTokenEnv TOKEN -SkipCheck
        $changed = Get-IntegrationCredential 'Change' | Set-IntegrationCredential -AccessTokenEnv OTHER -SkipCheck -PassThru
        $changed.Secrets['AccessToken'] | Should -Be 'env:OTHER'
        $changed.Address | Should -BeLike '*before*'
    }

    It 'gives nothing back unless asked' {
        Set-IntegrationCredential 'Change' -AccessTokenEnv THIRD -SkipCheck | Should -BeNullOrEmpty
    }
}

Describe 'Get- and Remove-IntegrationCredential' {
    It 'finds by wildcard and by system' {
        (Get-IntegrationCredential 'row*' -System Pulpo).Name | Should -Be 'Row 5'
    }

    It 'is an error for a name that does not exist; several names are each on their own' {
        { Get-IntegrationCredential 'Nobody' } | Should -Throw -ErrorId 'CredentialNotFound,*'
        $found = Get-IntegrationCredential 'Nobody', 'Row 1' -ErrorVariable faults -ErrorAction SilentlyContinue
        $found.Name | Should -Be 'Row 1'
        $faults[0].TargetObject | Should -Be 'Nobody'
    }

    It 'removes what matches' {
        Remove-IntegrationCredential 'Row *' -Confirm:$false
        Get-IntegrationCredential 'Row *' | Should -BeNullOrEmpty
    }
}

Describe 'A secret in a vault' {
    It 'is asked for by Get-Secret' {
        $modules = Join-Path $TestDrive 'modules'
        $vault = New-Item (Join-Path $modules 'Microsoft.PowerShell.SecretManagement') -ItemType Directory
        Set-Content (Join-Path $vault 'Microsoft.PowerShell.SecretManagement.psm1') @'
function Get-Secret { [CmdletBinding()] param($Name, $Vault) throw "The vault $Vault has no $Name." }
'@
        $before = $env:PSModulePath
        try {
            $env:PSModulePath = $modules + [IO.Path]::PathSeparator + $before
            $null = New-IntegrationCredential 'In vault' Shopify acme -VaultName Main -SecretName shop -SkipCheck
            $check = Test-IntegrationCredential 'In vault'
            $check.Succeeded | Should -BeFalse
            $check.Error.Code | Should -Be 'SecretNotFound'
            $check.Error.Message | Should -BeLike '*vault:Main/shop*The vault Main has no shop.*'
        }
        finally { $env:PSModulePath = $before }
    }
}
