# What the tests share: the module as it was built, stores that go away, and what Tab would offer.

$script:Manifest = [IO.Path]::GetFullPath("$PSScriptRoot/../../output/PulpoSync/PulpoSync.psd1")

<#
.SYNOPSIS
Path of the manifest of the built module.
#>
function Get-ModuleManifest {
    [CmdletBinding()]
    [OutputType([string])]
    param()

    if (-not (Test-Path $script:Manifest)) { throw "The module is not built. Run ./build.ps1 or dotnet build." }
    $script:Manifest
}

<#
.SYNOPSIS
Texts that completion offers for the end of a line.
#>
function Get-Completion {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] [string] $Line)

    [System.Management.Automation.CommandCompletion]::CompleteInput($Line, $Line.Length, $null).CompletionMatches.CompletionText
}

<#
.SYNOPSIS
A text as a SecureString, for tests only.
#>
function ConvertTo-Secret {
    [CmdletBinding()]
    [OutputType([securestring])]
    param([Parameter(Mandatory)] [string] $Text)

    $secret = [securestring]::new()
    $Text.ToCharArray().ForEach{ $secret.AppendChar($_) }
    $secret
}

Export-ModuleMember -Function Get-ModuleManifest, Get-Completion, ConvertTo-Secret
