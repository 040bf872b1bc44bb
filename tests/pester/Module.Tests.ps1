BeforeDiscovery {
    Import-Module "$PSScriptRoot/TestModule.psm1" -Force
    Import-Module (Get-ModuleManifest) -Force
    $script:Commands = (Get-Command -Module PulpoSync).Name | ForEach-Object { @{ Name = $_ } }
}

BeforeAll {
    Import-Module "$PSScriptRoot/TestModule.psm1" -Force
    Import-Module (Get-ModuleManifest) -Force
}

Describe 'The module' {
    It 'has a manifest that PowerShell accepts' {
        (Test-ModuleManifest (Get-ModuleManifest)).ExportedCmdlets.Count | Should -Be (Get-Command -Module PulpoSync).Count
    }

    It 'uses approved verbs only' {
        $approved = (Get-Verb).Verb
        (Get-Command -Module PulpoSync).Verb | ForEach-Object { $_ | Should -BeIn $approved }
    }

    It 'loads neither engine nor database with the import, and keeps both apart when they are used' {
        $script = {
            param($Manifest)
            function Get-Loaded {
                [System.Runtime.Loader.AssemblyLoadContext]::All | ForEach-Object {
                    $context = $_.Name
                    $_.Assemblies | Where-Object FullName -Match 'PulpoSync|Sqlite|SQLitePCL|Polly' | ForEach-Object { "$context/$($_.GetName().Name)" }
                }
            }
            Import-Module $Manifest
            $imported = Get-Loaded
            $null = Get-IntegrationConnector
            $null = Initialize-IntegrationStore -StorePath (Join-Path ([IO.Path]::GetTempPath()) "$([guid]::NewGuid())/store.db")
            @{ Imported = $imported; Used = Get-Loaded }
        }
        $pwsh = Join-Path $PSHOME 'pwsh'
        $result = & $pwsh -NoProfile -NonInteractive -Command $script -args (Get-ModuleManifest)

        $result.Imported | Sort-Object | Should -Be 'Default/PulpoSync.Abstractions', 'Default/PulpoSync.PowerShell'
        $result.Used | Should -Contain 'PulpoSync/PulpoSync.Engine'
        $result.Used | Should -Contain 'PulpoSync/Microsoft.Data.Sqlite'
        $result.Used | Where-Object { $_ -like 'Default/*' } | Sort-Object | Should -Be 'Default/PulpoSync.Abstractions', 'Default/PulpoSync.PowerShell'
    }

    It 'has the topic <_>' -ForEach 'about_PulpoSync', 'about_PulpoSync_Credentials', 'about_PulpoSync_Settings', 'about_PulpoSync_Reasons', 'about_PulpoSync_Errors' {
        Get-Help $_ | Out-String | Should -Match 'SHORT DESCRIPTION'
    }
}

Describe '<Name>' -ForEach $script:Commands {
    BeforeAll {
        $script:help = Get-Help $Name -Full
        $script:command = Get-Command $Name
    }

    It 'has a synopsis and a description' {
        $help.Synopsis | Should -Not -BeLike "*$Name*"
        $help.Description.Text | Should -Not -BeNullOrEmpty
    }

    It 'has two examples that PowerShell can read' {
        @($help.Examples.Example).Count | Should -BeGreaterOrEqual 2
        foreach ($example in $help.Examples.Example) {
            $errors = $null
            $null = [System.Management.Automation.Language.Parser]::ParseInput($example.Code, [ref] $null, [ref] $errors)
            $errors | Should -BeNullOrEmpty
        }
    }

    It 'has examples whose parameters exist' {
        foreach ($example in $help.Examples.Example) {
            $ast = [System.Management.Automation.Language.Parser]::ParseInput($example.Code, [ref] $null, [ref] $null)
            $calls = $ast.FindAll({ $args[0] -is [System.Management.Automation.Language.CommandAst] }, $true)
            foreach ($call in $calls | Where-Object { $_.GetCommandName() -like '*-Integration*' }) {
                $target = Get-Command $call.GetCommandName()
                foreach ($parameter in $call.CommandElements | Where-Object { $_ -is [System.Management.Automation.Language.CommandParameterAst] }) {
                    { $target.ResolveParameter($parameter.ParameterName) } | Should -Not -Throw
                }
            }
        }
    }

    It 'describes every parameter' {
        $common = [System.Management.Automation.PSCmdlet]::CommonParameters
        foreach ($parameter in $command.Parameters.Keys | Where-Object { $_ -notin $common }) {
            (Get-Help $Name -Parameter $parameter).Description.Text | Should -Not -BeNullOrEmpty -Because "-$parameter is described"
        }
    }
}
