<#
.SYNOPSIS
A runbook of Azure Automation: runs what is due, again and again, until an hourly schedule starts the next job.
.DESCRIPTION
For a runtime environment with PowerShell 7.4 or later, on one hybrid runbook worker that has the store on its own disk. In Azure's own sandboxes, and on a
worker of another name, it stops at once: there is no store there, and a new one would not know what is in the warehouse already.

It gives one object per round in which something ran. A run that failed is tried again when it is due next; at its end the job fails with the names and
reasons. Interrupted jobs start again from the beginning, which is harmless.
.PARAMETER WorkerName
Name of the machine that has the store. A group of workers may have several machines; only one of them can be right.
.PARAMETER StorePath
Path of the store on that machine.
.PARAMETER MaxDuration
How long the job goes on, as hh:mm:ss. Runs at work then end at their next page. Default 00:55:00.
.PARAMETER PauseSeconds
Seconds between the starts of two rounds. Default 60.
.PARAMETER ThrottleLimit
How many stores run at a time. Default 4.
.PARAMETER VariableAssets
Environment variables to fill from (encrypted) variables of the Automation account: NAME=Asset, several parted by a comma.
.PARAMETER LoginAssets
Environment variables to fill with the password of credentials of the Automation account: NAME=Asset, several parted by a comma.
.EXAMPLE
./Invoke-PulpoSyncRunbook.ps1 -WorkerName sync01 -StorePath D:\PulpoSync\pulposync.db -VariableAssets 'SHOP_TOKEN=ShopBerlinToken'
#>
[CmdletBinding()]
[OutputType([pscustomobject])]
param(
    [Parameter(Mandatory)] [string] $WorkerName,
    [Parameter(Mandatory)] [string] $StorePath,
    # Texts and numbers only: that is what the portal lets people type.
    [string] $MaxDuration = '00:55:00',
    [ValidateRange(1, 3600)] [int] $PauseSeconds = 60,
    [ValidateRange(1, 64)] [int] $ThrottleLimit = 4,
    [string] $VariableAssets,
    [string] $LoginAssets
)

# Without this an error leaves the job "Completed".
$ErrorActionPreference = 'Stop'

if ($PSVersionTable.PSVersion -lt [version]'7.4') {
    throw "PulpoSync needs PowerShell 7.4 or later; this job has $($PSVersionTable.PSVersion). Choose a runtime environment with 7.4 for the runbook."
}
if ([Environment]::MachineName -ne $WorkerName) {
    # The mark of a sandbox is not documented; the name decides, the mark only says it better.
    $where = $env:AZUREPS_HOST_ENVIRONMENT -like 'AzureAutomation*' ? 'an Azure sandbox, whose disk is thrown away with the job' : "the machine '$([Environment]::MachineName)'"
    throw "This job runs on $where, not on the hybrid worker '$WorkerName' that has the store. In the runbook's schedule set 'Run on' to the group of that worker."
}
$limit = [timespan]::Zero
if (-not [timespan]::TryParseExact($MaxDuration, 'hh\:mm\:ss', [cultureinfo]::InvariantCulture, [ref] $limit)) {
    throw "MaxDuration '$MaxDuration' is no duration. Write hours, minutes and seconds: 00:55:00."
}

# NAME=Asset, parted by commas; gives pairs.
function ConvertFrom-Mapping([string] $Text) {
    foreach ($pair in $Text.Split(',', [StringSplitOptions]'RemoveEmptyEntries, TrimEntries')) {
        $name, $asset = $pair.Split('=', 2).Trim()
        if (-not ($name -and $asset)) { throw "'$pair' is no pair of variable and asset. Write NAME=Asset." }
        [pscustomobject]@{ Name = $name; Asset = $asset }
    }
}

$filled = @()
try {
    foreach ($pair in ConvertFrom-Mapping $VariableAssets) {
        [Environment]::SetEnvironmentVariable($pair.Name, (Get-AutomationVariable -Name $pair.Asset))
        $filled += $pair.Name
    }
    foreach ($pair in ConvertFrom-Mapping $LoginAssets) {
        [Environment]::SetEnvironmentVariable($pair.Name, (Get-AutomationPSCredential -Name $pair.Asset).GetNetworkCredential().Password)
        $filled += $pair.Name
    }

    Import-Module -Name PulpoSync
    # A store that cannot be used fails the job now. None is ever made here.
    $null = Get-IntegrationStore -StorePath $StorePath

    $failed = [ordered]@{}
    $clock = [Diagnostics.Stopwatch]::StartNew()
    for ($round = 1; ; $round++) {
        $started = $clock.Elapsed
        try {
            $runs = @(Start-Integration -Due -StorePath $StorePath -ThrottleLimit $ThrottleLimit -MaxDuration ($limit - $started) -ErrorAction Continue 2>$null)
            foreach ($run in $runs.Where{ $_.Status -eq 'Failed' }) { $failed[$run.Integration] = $run.Error ? $run.Error.Message : 'Every record that was tried failed.' }
        }
        catch {
            # Such as a store that is busy for a while: the next round may do better.
            $runs = @()
            $failed["Round $round"] = $_.Exception.Message
        }

        # One small object: a job's output has a limit.
        if ($runs) {
            [pscustomobject]@{
                Round     = $round
                At        = [datetime]::UtcNow.ToString('s') + 'Z'
                Runs      = $runs.Count
                Failed    = $runs.Where{ $_.Status -eq 'Failed' }.Count
                Partially = $runs.Where{ $_.Status -eq 'FinishedPartially' }.Count
                Read      = [int] ($runs.Counts.Read | Measure-Object -Sum).Sum
                Created   = [int] ($runs.Counts.Created | Measure-Object -Sum).Sum
                Updated   = [int] ($runs.Counts.Updated | Measure-Object -Sum).Sum
                Records   = [int] ($runs.Counts.Failed | Measure-Object -Sum).Sum
            }
        }

        $next = $started + [timespan]::FromSeconds($PauseSeconds)
        if ($next -ge $limit) { break }
        if ($next -gt $clock.Elapsed) { Start-Sleep -Duration ($next - $clock.Elapsed) }
    }
}
finally {
    # Jobs may share a process.
    foreach ($name in $filled) { [Environment]::SetEnvironmentVariable($name, $null) }
}

if ($failed.Count) {
    throw "Failed: $(($failed.GetEnumerator() | ForEach-Object { "$($_.Key): $($_.Value)" }) -join ' | ') Look into it on $WorkerName with Get-IntegrationLog."
}
