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

<#
.SYNOPSIS
Starts the sandbox of the command line and gives its addresses; nothing where the command line is not built.
#>
function Start-Sandbox {
    [CmdletBinding()]
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A process that the test ends.')]
    param()

    $program = Get-ChildItem "$PSScriptRoot/../../artifacts/bin/PulpoSync.Cli/*/pulposync.dll" | Sort-Object LastWriteTime -Bottom 1
    if (-not $program) { return }

    $start = [Diagnostics.ProcessStartInfo]::new('dotnet')
    $program.FullName, 'sandbox', '--json' | ForEach-Object { $start.ArgumentList.Add($_) }
    $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    # Its first line says where it is. The last of its shops has orders of every kind, also such as fail.
    $line = $process.StandardOutput.ReadLine()
    if (-not $line) { throw 'The sandbox did not start.' }
    $world = $line | ConvertFrom-Json
    [pscustomobject]@{ Process = $process; Shop = $world.shops[-1]; Tenant = $world.tenants[0] }
}

<#
.SYNOPSIS
Ends a sandbox.
#>
function Stop-Sandbox {
    [CmdletBinding()]
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A process that the test has started.')]
    param($Sandbox)

    if (-not $Sandbox) { return }
    $Sandbox.Process.Kill()
    $Sandbox.Process.WaitForExit()
    $Sandbox.Process.Dispose()
}

Export-ModuleMember -Function Get-ModuleManifest, Get-Completion, ConvertTo-Secret, Start-Sandbox, Stop-Sandbox
