# What the tests share: the module as it was built, stores that go away, and what Tab would offer.

$script:Manifest = $env:PULPOSYNC_MODULE ? $env:PULPOSYNC_MODULE : [IO.Path]::GetFullPath("$PSScriptRoot/../../output/PulpoSync/PulpoSync.psd1")

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
Path of the built command line; nothing where it is not built.
#>
function Get-CommandLine {
    [CmdletBinding()]
    [OutputType([string])]
    param()

    $built = (Get-ChildItem "$PSScriptRoot/../../artifacts/bin/PulpoSync.Cli/*/pulposync.dll" -ErrorAction Ignore | Sort-Object LastWriteTime -Bottom 1).FullName
    if ($built) { $built } else { Write-Warning 'Left out: what needs the command line, which is not built (dotnet build).' }
}

<#
.SYNOPSIS
Calls the built command line in a process of its own: exit code, lines of output (objects with --json), lines of errors.
#>
function Invoke-CommandLine {
    [CmdletBinding()]
    [OutputType([pscustomobject])]
    param([Parameter(Mandatory, ValueFromRemainingArguments)] [string[]] $Argument)

    $lines = @(& dotnet (Get-CommandLine) @Argument 2>&1)
    $exitCode = $LASTEXITCODE
    $faults, $output = $lines.Where({ $_ -is [System.Management.Automation.ErrorRecord] }, 'Split')
    [pscustomobject]@{
        ExitCode = $exitCode
        Output   = @($output | ForEach-Object { if ($Argument -contains '--json') { $_ | ConvertFrom-Json } else { $_ } })
        Errors   = @($faults | ForEach-Object { "$_" })
    }
}

<#
.SYNOPSIS
What lies in a sandbox's warehouse, one comparable text per order; times and addresses of the sandbox itself left out.
#>
function Get-WarehouseOrder {
    [CmdletBinding()]
    [OutputType([string])]
    param([Parameter(Mandatory)] $Sandbox)

    Invoke-RestMethod "$($Sandbox.Control)pulpo/$($Sandbox.Tenant.name)/orders" | ForEach-Object { $_ } | Sort-Object number |
        ForEach-Object { $_ | Select-Object number, state, warehouse, customer, criterium, shipTo, attributes, lines | ConvertTo-Json -Depth 9 -Compress }
}

<#
.SYNOPSIS
Starts the sandbox of the command line and gives its addresses; nothing where the command line is not built.
#>
function Start-Sandbox {
    [CmdletBinding()]
    [Diagnostics.CodeAnalysis.SuppressMessageAttribute('PSUseShouldProcessForStateChangingFunctions', '', Justification = 'A process that the test ends.')]
    param()

    $program = Get-CommandLine
    if (-not $program) { return }

    $start = [Diagnostics.ProcessStartInfo]::new('dotnet')
    $program, 'sandbox', '--json' | ForEach-Object { $start.ArgumentList.Add($_) }
    $start.RedirectStandardOutput = $true
    $process = [Diagnostics.Process]::Start($start)
    # Its first line says where it is. The last of its shops has orders of every kind, also such as fail.
    $line = $process.StandardOutput.ReadLine()
    if (-not $line) { throw 'The sandbox did not start.' }
    $world = $line | ConvertFrom-Json
    [pscustomobject]@{ Process = $process; Shop = $world.shops[-1]; Shops = $world.shops; Tenant = $world.tenants[0]; Control = $world.control; World = $world }
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

Export-ModuleMember -Function Get-ModuleManifest, Get-Completion, ConvertTo-Secret, Get-CommandLine, Invoke-CommandLine, Get-WarehouseOrder, Start-Sandbox, Stop-Sandbox
