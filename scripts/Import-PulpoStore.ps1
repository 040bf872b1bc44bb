<#
.SYNOPSIS
Brings many stores to the state that a table of stores describes: one row, one store.
.DESCRIPTION
Reads a CSV or JSON file. For each row it makes or changes the credential of the shop, that of the warehouse system where the row describes one, and the
integrations that the row wants; what is right already is left alone and its system not asked. So the file can be imported as often as you like. A bad row is
an error that names its store; the others are done. Nothing is ever removed: what the file does not name stays.

The work is done by Import-IntegrationConfig. A blank cell means that nothing is given: address, fields, secrets and schedule stay as they are, a setting has
its default.

COLUMNS OF A ROW
Name           The store. Its credential is called the same, its integrations "<Name> <type>", such as "Berlin stock".
System         The shop's system: Shopify, Billbee.
Types          What flows: "products;sales_orders;stock". Which way, the type says.
Wms            Name of the warehouse system's credential. Many rows may name the same one.

COLUMNS OF THE SHOP'S CREDENTIAL
Address, UserName, ClientId, ApiVersion, Sandbox, as in New-IntegrationCredential, and one place for each secret (AccessToken, ClientSecret, Password,
DeveloperKey), here for AccessToken:
AccessTokenEnv         The environment variable that holds it.
AccessTokenFile        The file that holds it.
AccessTokenSecretName  Its name in a vault of SecretManagement; VaultName is the vault, blank the default one.
SecretName             The same for the one secret that the row needs: Password with a UserName, ClientSecret with a ClientId, else AccessToken.
AccessToken            The secret itself, only with -PlainTextSecrets.

COLUMNS OF THE WAREHOUSE'S CREDENTIAL
The same with "Wms." before them: Wms.Address, Wms.UserName, Wms.PasswordEnv. Wms.System is Pulpo where it is blank. Without them, Wms names a credential that
is there, or that another row describes. Rows that share one may repeat it, or leave its columns blank.

COLUMNS OF THE INTEGRATIONS
Every, DailyAt, LookbackDays, GapSeconds, TimeZone, Enabled and all settings, as in New-IntegrationConfig. A setting counts for those types of the row that have
it. With a type before it, it counts for that type only: stock.Quantity, products.Every. Several values in a cell are parted by ";", maps are written
"Main street=Berlin;Harbour=Hamburg".

A column that begins with # is a remark.

A JSON file is an array of objects with the same names; lists, maps and switches may be written as JSON.
.PARAMETER Path
The file: .json, anything else is CSV in UTF-8, with or without byte order mark.
.PARAMETER Delimiter
What parts the cells of a CSV file. Default: what its first line uses, of comma, semicolon (Excel in German) and tab.
.PARAMETER PlainTextSecrets
Accept secrets themselves in the file. They are kept encrypted in the store. Delete the file afterwards, or better: name places instead.
.PARAMETER SkipCheck
Save without asking the systems, which are asked one after the other: new stores take the longer the slower they answer. The first run then tells what is
wrong; Test-IntegrationConfig tells it earlier.
.PARAMETER StorePath
Path of the store. Default: PULPOSYNC_STORE, else the platform's place.
.EXAMPLE
./Import-PulpoStore.ps1 stores.csv -WhatIf | Format-Table -Wrap

The plan: for each store Action (create, change, leave) and what changes. Nothing is changed and no system is asked.
.EXAMPLE
./Import-PulpoStore.ps1 stores.csv | Where-Object Result -NE Unchanged

Does it, and shows what was done or failed.
.EXAMPLE
./Import-PulpoStore.ps1 stores.csv -SkipCheck; Get-IntegrationConfig | Test-IntegrationConfig | Where-Object Succeeded -EQ $false

Saves all at once, and asks the systems afterwards.
.OUTPUTS
One object per store: Store, Result (Created, Changed, Unchanged, Failed), Credential, Integrations, Message. With -WhatIf: Store, Action (create, change,
leave, fail), Changes.
.LINK
about_PulpoSync_Credentials
.LINK
Import-IntegrationConfig
#>
#Requires -Version 7.4
[CmdletBinding(SupportsShouldProcess)]
[OutputType([pscustomobject])]
param(
    [Parameter(Mandatory, Position = 0)] [ValidateNotNullOrEmpty()] [string] $Path,
    [char] $Delimiter,
    [switch] $PlainTextSecrets,
    [switch] $SkipCheck,
    [string] $StorePath
)

# Errors of rows are for the caller to weigh; any other error ends the script.
$onRowError = $ErrorActionPreference
$ErrorActionPreference = 'Stop'
if (-not (Get-Module PulpoSync)) { Import-Module PulpoSync -Verbose:$false }
$store = if ($StorePath) { @{ StorePath = $StorePath } } else { @{} }
$check = @{ SkipCheck = $SkipCheck }
$takesSecrets = [bool] $PlainTextSecrets

$secretFields = 'AccessToken', 'ClientSecret', 'Password', 'DeveloperKey'
$plainFields = 'UserName', 'ClientId', 'ApiVersion'
$schedule = 'Every', 'DailyAt', 'LookbackDays', 'GapSeconds', 'TimeZone', 'Enabled'
$credentialColumns = @('Address', 'Sandbox', 'VaultName', 'SecretName') + $plainFields + $secretFields +
    @($secretFields.ForEach{ "${_}Env", "${_}File", "${_}SecretName" })
# The settings are the cmdlet's parameters, and a cell is read as the cmdlet reads it.
$parameters = (Get-Command New-IntegrationConfig).Parameters
$noSetting = @([Management.Automation.PSCmdlet]::CommonParameters) + [Management.Automation.PSCmdlet]::OptionalCommonParameters + $schedule +
    @('Name', 'Type', 'Source', 'Destination', 'Disabled', 'Setting', 'SkipCheck', 'InputObject', 'StorePath')
$settings = @($parameters.Keys.Where{ $_ -notin $noSetting })
$systems = @(Get-IntegrationConnector)
$typeNames = [enum]::GetValues[PulpoSync.IntegrationType]().ForEach{ [PulpoSync.IntegrationTypes]::ToStoredName($_) }

function Read-Table($Delimiter) {
    # The rows of the file, whatever wrote it.
    if ([IO.Path]::GetExtension($Path) -eq '.json') { return Get-Content -LiteralPath $Path -Raw | ConvertFrom-Json -NoEnumerate | ForEach-Object { $_ } }

    try {
        $text = [IO.File]::ReadAllText($PSCmdlet.GetUnresolvedProviderPathFromPSPath($Path), [Text.UTF8Encoding]::new($true, $true))
    }
    catch [Text.DecoderFallbackException] {
        throw "$Path is not UTF-8. Save it in Excel as 'CSV UTF-8'."
    }

    $header = $text.Split("`n", 2)[0] -replace '"[^"]*"'
    $parts = $Delimiter ? $Delimiter : (',', ';', "`t" | Sort-Object { $header.Split($_).Count } -Descending -Stable | Select-Object -First 1)
    $text | ConvertFrom-Csv -Delimiter $parts
}

function Get-Cell($Row) {
    # What a row gives, by column; blank cells and remarks are not given.
    $cells = [ordered]@{}
    foreach ($cell in $Row.PSObject.Properties) {
        $value = $cell.Value -is [string] ? $cell.Value.Trim() : $cell.Value
        if ($null -ne $value -and '' -ne $value -and $cell.Name -notlike '#*') { $cells[$cell.Name.Trim()] = $value }
    }

    $cells
}

function ConvertFrom-Cell($Column, $Value) {
    # The value as the cmdlet's parameter of the same name would take it.
    $parameter = $parameters[$Column]
    if ($Value -is [pscustomobject]) { $Value = $Value | ConvertTo-Json -Depth 3 | ConvertFrom-Json -AsHashtable }
    foreach ($transformation in $parameter.Attributes.Where{ $_ -is [Management.Automation.ArgumentTransformationAttribute] }) {
        $Value = $transformation.Transform($ExecutionContext, $Value)
    }

    switch ($parameter.ParameterType) {
        ([string[]]) { , @(@($Value) -split '[;,\n]' | ForEach-Object { $_.Trim() } | Where-Object Length) }
        ([Nullable[int]]) {
            $number = 0
            if ([int]::TryParse("$Value", [ref] $number)) { $number } else { throw "$Column cannot be '$Value'. Type a whole number." }
        }
        ([switch]) { [bool] $Value }
        ([Collections.IDictionary]) {
            # In one order always: another one would be another setting.
            $map = [ordered]@{}
            $keys = [string[]] $Value.Keys
            [array]::Sort($keys, [StringComparer]::Ordinal)
            $keys.ForEach{ $map[$_] = "$($Value[$_])" }
            $map
        }
        default { $Value -is [datetime] ? $Value.ToString('o', [cultureinfo]::InvariantCulture) : "$Value" }
    }
}

function Get-Secret($Field, $Cells, $Prefix) {
    # Where a secret of a credential is kept, or the secret itself; nothing where the row gives none.
    $single = $Cells['UserName'] ? 'Password' : $Cells['ClientId'] ? 'ClientSecret' : 'AccessToken'
    $name = $Cells["${Field}SecretName"] ?? ($Field -eq $single ? $Cells['SecretName'] : $null)
    $ways = @(
        if ($Cells["${Field}Env"]) { @{ env = $Cells["${Field}Env"] } }
        if ($Cells["${Field}File"]) { @{ file = $PSCmdlet.GetUnresolvedProviderPathFromPSPath($Cells["${Field}File"]) } }
        if ($name) { @{ vault = "$($Cells['VaultName'])"; name = $name } }
        if ($Cells[$Field]) { @{ stored = $true } }
    )
    $column = "$Prefix$Field"
    $columns = "${column}Env, ${column}File or ${column}SecretName"
    if ($ways.Count -gt 1) { throw "$column is given in two ways. Fill in one of the columns $columns." }
    if ($Cells[$Field] -and -not $takesSecrets) {
        throw "The column $column holds a secret itself. Name its place in $columns, or add -PlainTextSecrets."
    }

    $ways
}

function ConvertTo-CredentialEntry($Name, $System, $Cells, $Prefix) {
    # A credential in the words of Import-IntegrationConfig, and apart from it the secrets that stand in the row.
    $entry = [ordered]@{ name = $Name; system = $System; fields = [ordered]@{}; secrets = [ordered]@{} }
    if ($Cells['Address']) { $entry.address = $Cells['Address'] }
    if ($Cells['Sandbox']) {
        $entry.sandbox = [bool] [PulpoSync.PowerShell.Parameters.SwitchTransformationAttribute]::new().Transform($ExecutionContext, $Cells['Sandbox'])
    }

    foreach ($field in $plainFields) { if ($Cells[$field]) { $entry.fields[$field] = "$($Cells[$field])" } }
    $plain = @{}
    foreach ($field in $secretFields) {
        if ($place = Get-Secret $field $Cells $Prefix) { $entry.secrets[$field] = $place }
        if ($Cells[$field]) { $plain[$field] = [Net.NetworkCredential]::new('', $Cells[$field]).SecurePassword }
    }

    if ($Cells['VaultName'] -and -not $entry.secrets.Values.Where{ $_.Contains('vault') }) { throw "${Prefix}VaultName needs ${Prefix}SecretName, the secret's name in the vault." }
    @{ Entry = $entry; Plain = $plain }
}

function ConvertTo-IntegrationEntry($Name, $Type, $Shop, $Wms, $Common, $Own) {
    # An integration in the words of Import-IntegrationConfig. The row's settings are the store's; here are the type's own.
    $stored = [PulpoSync.IntegrationTypes]::ToStoredName($Type)
    $isFromShop = $systems.Where{ $_.Name -eq $Shop.system }.SourceOf -contains $Type
    $source, $destination = $isFromShop ? @($Shop.name, $Wms) : @($Wms, $Shop.name)
    $entry = [ordered]@{ name = "$Name $stored"; type = $stored; source = $source; destination = $destination; settings = [ordered]@{} }
    foreach ($column in $Own.Keys.Where{ $_ -in $settings }) { $entry.settings[$column] = $Own[$column] }
    # A time of the day and minutes between runs exclude each other; so a type's own goes before what the row says for all.
    $times = $Own['Every'] -or $Own['DailyAt'] ? $Own : $Common
    if ($times['Every']) { $entry.every = $times['Every'] }
    if ($times['DailyAt']) {
        $entry.daily = [ordered]@{ at = $times['DailyAt'] }
        if ($value = $Own['LookbackDays'] ?? $Common['LookbackDays']) { $entry.daily.lookbackDays = $value }
        if ($null -ne ($value = $Own['GapSeconds'] ?? $Common['GapSeconds'])) { $entry.daily.gapSeconds = $value }
    }

    if ($value = $Own['TimeZone'] ?? $Common['TimeZone']) { $entry.timeZone = $value }
    if ($null -ne ($value = $Own['Enabled'] ?? $Common['Enabled'])) { $entry.enabled = $value }
    $entry
}

function ConvertTo-StoreEntry($Row) {
    # A row as a store of Import-IntegrationConfig's file; throws what is wrong with the row.
    $cells = Get-Cell $Row
    $name = "$($cells['Name'])"
    if (-not $name) { throw 'Name is missing. Type a name for the store.' }
    $system = $systems.Where{ $_.Name -eq $cells['System'] }[0]
    if (-not $system) { throw "System cannot be '$($cells['System'])'. Type one of $($systems.Name -join ', ')." }

    $shop, $warehouse, $common, $own = @{}, @{}, [ordered]@{}, @{}
    foreach ($column in $cells.Keys.Where{ $_ -notin 'Name', 'System', 'Types', 'Wms' }) {
        $value = $cells[$column]
        $prefix, $bare = $column.Split('.', 2)
        $type = [PulpoSync.IntegrationType]::Products
        if (-not $bare -and $column -in $credentialColumns) { $shop[$column] = $value }
        elseif (-not $bare -and $column -in $schedule + $settings) { $common[$column] = ConvertFrom-Cell $column $value }
        elseif ($bare -and $prefix -eq 'Wms' -and $bare -in $credentialColumns + 'System') { $warehouse[$bare] = $value }
        elseif ($bare -in $schedule + $settings -and [PulpoSync.IntegrationTypes]::TryParse($prefix, [ref] $type)) {
            $own[$type] ??= [ordered]@{}
            $own[$type][$bare] = ConvertFrom-Cell $bare $value
        }
        else { throw "There is no column '$column'. Get-Help Import-PulpoStore.ps1 -Full lists them; one that begins with # is a remark." }
    }

    $credentials = @(ConvertTo-CredentialEntry $name $system.Name $shop '')
    $wms = $cells['Wms'] ?? ($warehouse.Count ? "$name Wms" : $null)
    if ($warehouse.Count) { $credentials += ConvertTo-CredentialEntry $wms ($warehouse['System'] ?? 'Pulpo') $warehouse 'Wms.' }
    $types = foreach ($word in (@($cells['Types']) -split '[;,\n]').Trim().Where{ $_ }) {
        $type = [PulpoSync.IntegrationType]::Products
        if (-not [PulpoSync.IntegrationTypes]::TryParse($word, [ref] $type)) {
            throw "Types cannot hold '$word'. Type some of $($typeNames -join ', '), parted by ;."
        }

        $type
    }

    $types = @($types | Select-Object -Unique)
    if ($types -and -not $wms) { throw "Wms is missing. Type the name of the warehouse system's credential, or fill in Wms.Address, Wms.UserName and Wms.PasswordEnv." }

    $ofStore = [ordered]@{}
    foreach ($column in $common.Keys.Where{ $_ -in $settings }) { $ofStore[$column] = $common[$column] }
    @{
        Name         = $name
        Credentials  = $credentials
        Integrations = @(foreach ($type in $types) { ConvertTo-IntegrationEntry $name $type $credentials[0].Entry $wms $common ($own[$type] ?? @{}) })
        Settings     = $ofStore
        Results      = [Collections.Generic.List[object]]::new()
        Faults       = [Collections.Generic.List[string]]::new()
    }
}

function Read-Store($Delimiter) {
    # The stores of the file; a bad row is a store with a fault.
    $names = @{}
    $shared = @{}
    $number = 0
    foreach ($row in Read-Table $Delimiter) {
        $number++
        if ((Get-Cell $row).Count -eq 0) { continue }
        try {
            $entry = ConvertTo-StoreEntry $row
            if ($names.ContainsKey($entry.Name)) { throw "'$($entry.Name)' is there twice in this file: rows $($names[$entry.Name]) and $number. Give each store a name of its own." }
            # A credential that several rows repeat is described once.
            foreach ($credential in @($entry.Credentials)) {
                $text = $credential.Entry | ConvertTo-Json -Compress -Depth 5
                $known = $shared[$credential.Entry.name]
                if (-not $known) { $shared[$credential.Entry.name] = $text }
                elseif ($known -ne $text) { throw "Another row describes the credential '$($credential.Entry.name)' differently. Describe it in one row, and let the others only name it." }
                else { $entry.Credentials = @($entry.Credentials | Where-Object { $_ -ne $credential }) }
            }

            $names[$entry.Name] = $number
            $entry
        }
        catch {
            $name = "$((Get-Cell $row)['Name'])"
            @{ Name = $name ? $name : "row $number"; Fault = $_.Exception.InnerException ? $_.Exception.InnerException.Message : $_.Exception.Message }
        }
    }
}

function Invoke-Import($Stores, $Known, [switch] $Preview) {
    # Gives the stores to Import-IntegrationConfig as one file, and its results to the stores. Secrets are never in this file.
    $file = [IO.Path]::GetTempFileName()
    try {
        $document = @{
            stores = @(foreach ($entry in $Stores) {
                    # A credential whose secret stands in the row and that is not there yet cannot be compared with anything.
                    $credentials = @($entry.Credentials.Where{ $_.Plain.Count -eq 0 -or $Known.ContainsKey($_.Entry.name) }.ForEach{ $_.Entry })
                    @{ name = $entry.Name; settings = $entry.Settings; credentials = $credentials; integrations = $entry.Integrations }
                })
        }
        $document | ConvertTo-Json -Depth 9 -Compress | Set-Content -LiteralPath $file -WhatIf:$false -Confirm:$false
        $how = $Preview ? @{ Preview = $true } : $check
        Import-IntegrationConfig $file @how @store -WhatIf:$false -Confirm:$false -ErrorAction SilentlyContinue | ForEach-Object {
            if (-not $Preview) { Write-Progress 'Importing stores' "$($_.Kind) $($_.Name)" -PercentComplete (-1) }
            $entry = $Stores[[int] [regex]::Match($_.Path, '^\$\.stores\[(\d+)\]').Groups[1].Value]
            $entry.Results.Add($_)
            if ($_.Error) { $entry.Faults.Add("$($_.Kind) '$($_.Name)': $($_.Error.Message)") }
        }
    }
    finally {
        Remove-Item -LiteralPath $file -WhatIf:$false -Confirm:$false
        Write-Progress 'Importing stores' -Completed
    }
}

function Save-PlainSecret($Access, $Known) {
    # Saves a credential whose secrets stand in the row, and says what became of it.
    $entry, $plain = $Access.Entry, $Access.Plain
    $arguments = @{ Name = $entry.name; Confirm = $false } + $check + $store
    if ($entry.address) { $arguments.Address = $entry.address }
    if ($entry.Contains('sandbox')) { $arguments.Sandbox = $entry.sandbox }
    foreach ($field in $entry.fields.Keys) { $arguments[$field] = $entry.fields[$field] }
    foreach ($field in $plain.Keys.Where{ $_ -ne 'Password' }) { $arguments[$field] = $plain[$field] }
    if ($plain['Password']) {
        if (-not $entry.fields['UserName']) { throw "Password of '$($entry.name)' needs UserName." }
        $arguments.Credential = [pscredential]::new($entry.fields['UserName'], $plain['Password'])
        $arguments.Remove('UserName')
    }

    # References beside a secret that stands in the row.
    foreach ($field in $entry.secrets.Keys) {
        $place = $entry.secrets[$field]
        if ($place['env']) { $arguments["${field}Env"] = $place['env'] }
        if ($place['file']) { $arguments["${field}File"] = $place['file'] }
        if ($place.Contains('vault')) { $arguments["${field}SecretName"] = $place['name']; if ($place['vault']) { $arguments.VaultName = $place['vault'] } }
    }

    $before = $Known[$entry.name]
    $saved = if ($before) { Set-IntegrationCredential @arguments -PassThru } else { New-IntegrationCredential @arguments -System $entry.system }
    [pscustomobject]@{
        Kind = 'credential'; Name = $entry.name; Outcome = -not $before ? 'Created' : $saved.ChangedAt -ne $before.ChangedAt ? 'Changed' : 'Unchanged'
    }
}

function Get-Plan($Entry, $Known) {
    # What an import would do with a store.
    $new = @($Entry.Credentials.Where{ $_.Plain.Count -and -not $Known.ContainsKey($_.Entry.name) }.ForEach{ $_.Entry.name })
    $action = if ($Entry.Faults.Count) { 'fail' }
    elseif ($new -contains $Entry.Name -or $Entry.Results.Where{ $_.Kind -eq 'credential' -and $_.Name -eq $Entry.Name -and $_.Action -eq 'Create' }) { 'create' }
    elseif ($new -or $Entry.Results.Where{ $_.Action -ne 'Leave' }) { 'change' }
    else { 'leave' }
    [pscustomobject]@{
        Store   = $Entry.Name
        Action  = $action
        Changes = @(
            $new.ForEach{ "create credential '$_'" }
            foreach ($step in $Entry.Results) {
                if ($step.Action -eq 'Create') { "create $($step.Kind) '$($step.Name)'" }
                if ($step.Action -eq 'Change') { "change $($step.Kind) '$($step.Name)': $($step.Changes -join ', ')" }
            }
            $Entry.Faults
            foreach ($credential in $Entry.Credentials.Where{ $_.Plain.Count -and $Known.ContainsKey($_.Entry.name) }) {
                "credential '$($credential.Entry.name)': $($credential.Plain.Keys -join ', ') is compared when it is imported"
            }
        )
    }
}

function Write-StoreResult($Entry, $Plan) {
    # What became of a store; a failure is an error too.
    $outcomes = @($Entry.Results.Outcome)
    $result = if ($Entry.Faults.Count) { 'Failed' }
    elseif ($Entry.Results.Where{ $_.Kind -eq 'credential' -and $_.Name -eq $Entry.Name -and $_.Outcome -eq 'Created' }) { 'Created' }
    elseif ($outcomes -contains 'Created' -or $outcomes -contains 'Changed') { 'Changed' }
    else { 'Unchanged' }
    $message = $Entry.Faults.Count ? $Entry.Faults -join ' ' : $result -eq 'Changed' ? $Plan.Changes -join '; ' : ''
    [pscustomobject]@{
        Store = $Entry.Name; Result = $result; Credential = $Entry.Name; Integrations = @($Entry.Integrations.ForEach{ $_.name }); Message = $message
    }
    if ($Entry.Faults.Count) { Write-Error "$($Entry.Name): $message" -TargetObject $Entry.Name -ErrorId StoreNotImported -ErrorAction $onRowError }
}

$all = @(Read-Store $Delimiter)
$stores = @($all | Where-Object { -not $_.Fault })
$hasSecrets = $stores.Where{ $_.Credentials.Where{ $_.Plain.Count } }.Count -gt 0
if ($hasSecrets) {
    Write-Warning "$Path holds secrets themselves. They are kept encrypted in the store. Delete the file, or name places of secrets in it."
}

foreach ($bad in $all.Where{ $_.Fault }) {
    if ($WhatIfPreference) { [pscustomobject]@{ Store = $bad.Name; Action = 'fail'; Changes = @($bad.Fault) } }
    else { [pscustomobject]@{ Store = $bad.Name; Result = 'Failed'; Credential = $null; Integrations = @(); Message = $bad.Fault } }
    Write-Error "$($bad.Name): $($bad.Fault)" -TargetObject $bad.Name -ErrorId RowInvalid -ErrorAction $onRowError
}

if (-not $stores) { return }
$known = @{}
if ($hasSecrets) {
    if (-not $WhatIfPreference) { $null = Initialize-IntegrationStore @store -Confirm:$false }
    try { Get-IntegrationCredential @store | ForEach-Object { $known[$_.Name] = $_ } }
    catch {
        # No store yet is no credential yet.
        if ($_.FullyQualifiedErrorId -notlike 'StoreNotFound,*') { $PSCmdlet.ThrowTerminatingError($_) }
    }
}

Invoke-Import $stores $known -Preview
$plans = @{}
$toDo = foreach ($entry in $stores) {
    $plan = $plans[$entry.Name] = Get-Plan $entry $known
    if ($WhatIfPreference) { $plan; continue }
    $isSame = $plan.Action -eq 'leave' -and -not $plan.Changes
    $entry.IsRefused = -not $isSame -and -not $PSCmdlet.ShouldProcess("store $($entry.Name)", $plan.Action)
    foreach ($list in $entry.Results, $entry.Faults) { $list.Clear() }
    if (-not $isSame -and -not $entry.IsRefused) { $entry }
}

if ($WhatIfPreference) { return $toDo }
$toDo = @($toDo)
if ($toDo) {
    foreach ($entry in $toDo) {
        foreach ($credential in $entry.Credentials.Where{ $_.Plain.Count }) {
            try { $entry.Results.Add((Save-PlainSecret $credential $known)) }
            catch { $entry.Faults.Add("credential '$($credential.Entry.name)': $($_.Exception.Message)") }
        }
    }

    # What was saved by itself is not compared again, nor is what could not be saved.
    $saved = @($toDo.Where{ -not $_.Faults.Count })
    if ($saved) { Invoke-Import $saved @{} }
}

foreach ($entry in $stores.Where{ -not $_.IsRefused }) { Write-StoreResult $entry $plans[$entry.Name] }
