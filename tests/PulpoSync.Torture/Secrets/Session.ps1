# A session as an administrator would have it who looks for a fault: every stream on, and every error taken apart.
param(
    [Parameter(Mandatory)] [string] $Manifest,
    [Parameter(Mandatory)] [string] $Store,
    [Parameter(Mandatory)] [string] $Export
)

# A line that is broken in two could hide what is looked for.
filter Show-All { $_ | Format-List * -Force | Out-String -Width 100000; "$_" }

$ErrorActionPreference = $InformationPreference = 'Continue'
# -Debug asks before each change.
$streams = @{ Verbose = $true; Debug = $true; Confirm = $false }
Import-Module $Manifest
$PSDefaultParameterValues['*-Integration*:StorePath'] = $Store

Start-Integration * -RetryFailed @streams *>&1 | Show-All
foreach ($name in 'Shop', 'Beta', 'PULPO', 'Lager', 'Bee') {
    # Mistyped; from the environment, so that it stands in no command line.
    $wrong = ConvertTo-SecureString $env:PULPOSYNC_TORTURE_WRONG -AsPlainText -Force
    if ((Get-IntegrationCredential $name).System -eq 'Shopify') { Set-IntegrationCredential $name -AccessToken $wrong @streams *>&1 | Show-All }
    else { Set-IntegrationCredential $name -Credential ([pscredential]::new('somebody', $wrong)) @streams *>&1 | Show-All }
    Test-IntegrationCredential $name -Verbose -Debug *>&1 | Show-All
}
foreach ($command in 'Get-IntegrationCredential', 'Get-IntegrationConfig', 'Get-IntegrationStatus', 'Get-IntegrationRun', 'Get-IntegrationRecord', 'Get-IntegrationLog') {
    & $command -Verbose -Debug *>&1 | Show-All
    & $command | ConvertTo-Json -Depth 6
}
Export-IntegrationConfig $Export @streams *>&1 | Show-All
Import-IntegrationConfig $Export @streams *>&1 | Show-All

foreach ($fault in $Error) {
    $fault | Show-All
    for ($exception = $fault.Exception; $exception; $exception = $exception.InnerException) { $exception | Show-All }
}
"Errors looked at: $($Error.Count)"
exit 0
