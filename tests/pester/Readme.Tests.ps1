# The README's rehearsal, word for word, from a package that Install-PSResource took out of a folder.

BeforeDiscovery {
    Import-Module "$PSScriptRoot/TestModule.psm1" -Force
    $why = if ($IsWindows) { 'modules are not installed below HOME on Windows' }
    elseif (-not (Get-Module Microsoft.PowerShell.PSResourceGet -ListAvailable)) { 'Install-PSResource is not there' }
    elseif (-not (Test-Path "$PSScriptRoot/../../output/PulpoSync.*.nupkg")) { 'nothing is packed (./build.ps1 -Task Package)' }
    if ($why) { Write-Warning "Left out: the README's rehearsal, because $why." }
    $script:IsMissing = $why -or -not (Get-CommandLine)
}

Describe 'README' -Skip:$IsMissing {
    BeforeAll {
        Import-Module "$PSScriptRoot/TestModule.psm1" -Force
        $sandbox = Start-Sandbox
        # The only word that is another: where the sandbox listens.
        $port = ([uri]$sandbox.Shop.address).Port
        $text = Get-Content "$PSScriptRoot/../../README.md" -Raw
        $lines = [regex]::Match($text, '(?s)### First against the sandbox.+?```powershell\n(.+?)```').Groups[1].Value -replace ':5080/', ":$port/"

        # PowerShell and PSResourceGet install below the home of whoever calls them.
        $homeFolder = Join-Path $TestDrive 'home'
        $null = New-Item "$homeFolder/.local/share" -ItemType Directory -Force
        $null = New-Item "$TestDrive/output" -ItemType Directory
        Copy-Item "$PSScriptRoot/../../output/PulpoSync.*.nupkg" "$TestDrive/output"
        $start = [Diagnostics.ProcessStartInfo]::new((Join-Path $PSHOME 'pwsh'))
        '-NoProfile', '-NonInteractive', '-Command', '-' | ForEach-Object { $start.ArgumentList.Add($_) }
        $start.WorkingDirectory = $TestDrive
        $start.Environment['HOME'] = $homeFolder
        $start.Environment['NO_COLOR'] = '1'
        $null = $start.Environment.Remove('PSModulePath')
        $start.RedirectStandardInput = $start.RedirectStandardOutput = $start.RedirectStandardError = $true
        $process = [Diagnostics.Process]::Start($start)
        $errors = $process.StandardError.ReadToEndAsync()
        $output = $process.StandardOutput.ReadToEndAsync()
        $process.StandardInput.Write($lines)
        $process.StandardInput.Close()
        $process.WaitForExit()
        $script:Complaint, $script:Said = $errors.Result, $output.Result
    }

    AfterAll { Stop-Sandbox $sandbox }

    It 'installs the module where the person who types it has it' {
        "$homeFolder/.local/share/powershell/Modules/PulpoSync" | Should -Exist
    }

    It 'runs without an error' {
        $Complaint | Should -BeNullOrEmpty
        $Said | Should -Not -Match 'is not recognized'
    }

    It 'brings the orders of the sandbox to its warehouse' {
        $Said | Should -Match 'Orders\s+FINISHED\s'
        @(Get-WarehouseOrder $sandbox).Count | Should -BeGreaterThan 50
    }
}
