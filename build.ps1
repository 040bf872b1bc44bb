#Requires -Version 7.4
<#
.SYNOPSIS
Builds, tests and packs PulpoSync.

.DESCRIPTION
A thin face over dotnet and the targets in build/Module.targets: everything but the task Pester also works without PowerShell.

.PARAMETER Task
Build     the solution; lays out the module under output/PulpoSync
Test      the tests of the solution
Pester    script analysis, and the tests of the packed module as PowerShell sees it (needs the modules Pester and PSScriptAnalyzer)
Package   output/PulpoSync.zip for Azure Automation and to unpack by hand, and a package for Publish-PSResource -NupkgPath
Demo      builds, and shows an import from a shop of the sandbox into a warehouse of the sandbox
Clean     removes what was built

.EXAMPLE
./build.ps1 -Task Build, Test, Pester

.EXAMPLE
./build.ps1 -Task Package -Configuration Release
#>
[CmdletBinding()]
param(
    [Parameter(Position = 0)]
    [ValidateSet('Build', 'Test', 'Pester', 'Package', 'Demo', 'Clean')]
    [string[]] $Task = 'Build',

    [ValidateSet('Debug', 'Release')]
    [string] $Configuration = 'Debug'
)

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

function Invoke-Dotnet {
    & dotnet @args
    if ($LASTEXITCODE -ne 0) { throw "dotnet $($args[0]) ended with $LASTEXITCODE." }
}

function Invoke-Pester5 {
    $settings = Join-Path $PSScriptRoot 'tests/pester/PSScriptAnalyzerSettings.psd1'
    $findings = 'build.ps1', 'scripts', 'tests/pester', 'module/PulpoSync.psd1' |
        ForEach-Object { Join-Path $PSScriptRoot $_ } |
        Where-Object { Test-Path $_ } |
        ForEach-Object { Invoke-ScriptAnalyzer -Path $_ -Recurse -Settings $settings }
    $findings | Format-Table RuleName, ScriptName, Line, Message -Wrap | Out-Host
    if ($findings) { throw "Script analysis has $(@($findings).Count) findings." }

    # What is tested is what is shipped: the module out of the archive, far from the build tree.
    Invoke-Package
    $unpacked = Join-Path ([IO.Path]::GetTempPath()) "pulposync-package-$PID"
    [IO.Compression.ZipFile]::ExtractToDirectory("$PSScriptRoot/output/PulpoSync.zip", $unpacked)
    $env:PULPOSYNC_MODULE = Join-Path $unpacked 'PulpoSync/PulpoSync.psd1'
    try {
        # A session of its own: a module that is loaded cannot be built again.
        $tests = Join-Path $PSScriptRoot 'tests/pester'
        & (Join-Path $PSHOME 'pwsh') -NoProfile -NonInteractive -Command "exit (Invoke-Pester -Path '$tests' -Output Detailed -PassThru).FailedCount"
        if ($LASTEXITCODE -ne 0) { throw "Pester ended with $LASTEXITCODE." }
    }
    finally {
        $env:PULPOSYNC_MODULE = $null
        Remove-Item $unpacked -Recurse -Force -ErrorAction Ignore
    }
}

function Invoke-Package {
    Invoke-Dotnet build build/PulpoSync.Module.csproj --configuration $Configuration --target:PackageModule
}

Push-Location $PSScriptRoot
try {
    foreach ($name in $Task) {
        switch ($name) {
            'Build' { Invoke-Dotnet build PulpoSync.sln --configuration $Configuration }
            'Test' { Invoke-Dotnet test PulpoSync.sln --configuration $Configuration }
            'Pester' { Invoke-Pester5 }
            'Package' { Invoke-Package }
            'Demo' { Invoke-Dotnet run --project src/PulpoSync.Cli --configuration $Configuration -- demo }
            'Clean' { Remove-Item artifacts, output -Recurse -Force -ErrorAction Ignore }
        }
    }
}
finally {
    Pop-Location
}
