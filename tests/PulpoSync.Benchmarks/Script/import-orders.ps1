# New orders of a Shopify shop into PULPO, as one would write it in an afternoon: page by page from the shop, order by order into the warehouse.
# It has no memory, no retries and no limits; it is here to be measured, not to be used.
param($Shop, $Token, $Pulpo, $UserName, $Password)

$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$watch = [Diagnostics.Stopwatch]::StartNew()

$login = Invoke-RestMethod "$Pulpo/api/v1/auth" -Method Post -ContentType 'application/json' -Body (@{
    grant_type = 'password'; username = $UserName; password = $Password; scope = 'default' } | ConvertTo-Json)
$pulpoHeaders = @{ Authorization = "Bearer $($login.access_token)" }
$shopHeaders = @{ 'X-Shopify-Access-Token' = $Token }

$me = Invoke-RestMethod "$Pulpo/api/v1/iam/users/me" -Headers $pulpoHeaders
$warehouse = (Invoke-RestMethod "$Pulpo/api/v1/warehouses" -Headers $pulpoHeaders).warehouses[0]

$query = @'
query ($after: String) {
  orders(first: 50, after: $after, sortKey: UPDATED_AT, query: "financial_status:paid") {
    pageInfo { hasNextPage endCursor }
    nodes {
      id name email
      customer { id firstName lastName }
      shippingAddress { name address1 zip city countryCodeV2 }
      lineItems(first: 30) { nodes { id sku currentQuantity } }
    }
  }
}
'@

$count = 0
$after = $null
do {
    $answer = Invoke-RestMethod "$Shop/admin/api/2026-10/graphql.json" -Method Post -Headers $shopHeaders -ContentType 'application/json' -Body (
        @{ query = $query; variables = @{ after = $after } } | ConvertTo-Json -Depth 5)
    if ($answer.errors) { throw $answer.errors[0].message }
    foreach ($order in $answer.data.orders.nodes) {
        $identifier = if ($order.customer) { $order.customer.id } else { $order.id }
        $found = Invoke-RestMethod "$Pulpo/api/v1/iam/third_parties?identifier_number=$([uri]::EscapeDataString($identifier))" -Headers $pulpoHeaders
        $party = $found.third_parties | Select-Object -First 1
        if (-not $party) {
            $party = Invoke-RestMethod "$Pulpo/api/v1/iam/third_parties" -Method Post -Headers $pulpoHeaders -ContentType 'application/json' -Body (@{
                tenant_id = $me.tenant_id; name = $order.shippingAddress.name; identifier_type = 'ID'; identifier_number = $identifier
                third_type = 'C'; email = $order.email } | ConvertTo-Json)
        }

        $items = foreach ($line in $order.lineItems.nodes) {
            $product = (Invoke-RestMethod "$Pulpo/api/v1/inventory/products?sku=$([uri]::EscapeDataString($line.sku))" -Headers $pulpoHeaders).products[0]
            @{ product_id = $product.id; quantity = $line.currentQuantity; line_order_id = $line.id; batches = @() }
        }

        $address = $order.shippingAddress
        $body = @{
            order_num = $order.name.TrimStart('#'); type = 'sales_order'; warehouse_id = $warehouse.id; third_party_id = $party.id; attributes = @{}
            ship_to = @{ name = $address.name; address = @{ street = $address.address1; zip = $address.zip; city = $address.city; country_alpha2 = $address.countryCodeV2 } }
            items = @($items)
        }
        $null = Invoke-RestMethod "$Pulpo/api/v1/sales/orders" -Method Post -Headers $pulpoHeaders -ContentType 'application/json' -Body ($body | ConvertTo-Json -Depth 6)
        $count++
    }

    $after = $answer.data.orders.pageInfo.endCursor
} while ($answer.data.orders.pageInfo.hasNextPage)

@{ orders = $count; seconds = $watch.Elapsed.TotalSeconds } | ConvertTo-Json -Compress
