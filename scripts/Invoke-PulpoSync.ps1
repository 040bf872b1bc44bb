<#
.SYNOPSIS
Runs what is due, once. Register-IntegrationSchedule lets the operating system start it every few minutes.
.DESCRIPTION
Exit codes: 0 all finished (also when nothing was due), 1 a run failed, 2 a run finished partially or was stopped, 5 the set-up is wrong
(no store, no key, no module). Parallel instances are harmless: one run per route, the other one says who holds it.
.PARAMETER StorePath
Path of the store. Default: PULPOSYNC_STORE, else the platform's place.
.PARAMETER ThrottleLimit
How many stores run at a time. Default 4.
.PARAMETER CheckOnly
Runs nothing: finds out whether this account can read and write the store and its key.
.EXAMPLE
pwsh -NoProfile -NonInteractive -File Invoke-PulpoSync.ps1
#>
#Requires -Version 7.4
[CmdletBinding()]
param(
    [string] $StorePath,
    [ValidateRange(1, 64)] [int] $ThrottleLimit = 4,
    [switch] $CheckOnly
)

$store = if ($StorePath) { @{ StorePath = $StorePath } } else { @{} }
# It lies in the module's folder; a copy elsewhere takes the module from where modules are.
$module = Join-Path $PSScriptRoot 'PulpoSync.psd1'
try {
    Import-Module -Name ((Test-Path $module) ? $module : 'PulpoSync') -ErrorAction Stop
    if ($CheckOnly) {
        $null = Get-IntegrationStore @store -ErrorAction Stop
        exit 0
    }
    # Failed runs are told by their objects below; errors that end the command are the set-up's.
    $runs = @(Start-Integration -Due -ThrottleLimit $ThrottleLimit @store -ErrorAction Continue)
}
catch {
    [Console]::Error.WriteLine("error: $($_.Exception.Message)")
    exit 5
}

$runs | Format-Table -AutoSize | Out-String -Width 200 | Write-Output
if ($runs.Status -contains 'Failed') { exit 1 }
if ($runs.Status -contains 'FinishedPartially' -or $runs.Status -contains 'Stopped') { exit 2 }
exit 0
