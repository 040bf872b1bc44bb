@{
    RootModule           = 'PulpoSync.PowerShell.dll'
    ModuleVersion        = '{{Version}}'
    GUID                 = '4382e2b3-ffb6-46a2-91f0-792f6fd6642c'
    Author               = 'PulpoSync contributors'
    CompanyName          = 'PulpoSync'
    Copyright            = 'Copyright (c) 2026 PulpoSync contributors'
    Description          = 'Carries products, orders, stock, labels, shipments and returns between shop systems (Shopify, Billbee) and warehouse systems (PULPO WMS): once, complete, unattended.'
    CompatiblePSEditions = @('Core')
    PowerShellVersion    = '7.4'
    FormatsToProcess     = @('PulpoSync.Format.ps1xml')
    FunctionsToExport    = @()
    VariablesToExport    = @()
    AliasesToExport      = @()
    CmdletsToExport      = @(
        'Backup-IntegrationStore'
        'Clear-IntegrationLog'
        'Disable-IntegrationConfig'
        'Enable-IntegrationConfig'
        'Export-IntegrationConfig'
        'Get-IntegrationConfig'
        'Get-IntegrationConnector'
        'Get-IntegrationCredential'
        'Get-IntegrationLog'
        'Get-IntegrationRecord'
        'Get-IntegrationRun'
        'Get-IntegrationSchedule'
        'Get-IntegrationStatus'
        'Get-IntegrationStore'
        'Import-IntegrationConfig'
        'Initialize-IntegrationStore'
        'New-IntegrationConfig'
        'New-IntegrationCredential'
        'Register-IntegrationSchedule'
        'Remove-IntegrationConfig'
        'Remove-IntegrationCredential'
        'Reset-IntegrationCursor'
        'Set-IntegrationConfig'
        'Set-IntegrationCredential'
        'Start-Integration'
        'Stop-Integration'
        'Test-IntegrationConfig'
        'Test-IntegrationCredential'
        'Unregister-IntegrationSchedule'
        'Update-IntegrationStoreKey'
    )
    PrivateData          = @{
        PSData = @{
            Tags = @('Shopify', 'Billbee', 'PULPO', 'WMS', 'Integration', 'Orders', 'Stock', 'Shipments', 'Warehouse', 'PSEdition_Core', 'Windows', 'Linux', 'MacOS')
        }
    }
}
