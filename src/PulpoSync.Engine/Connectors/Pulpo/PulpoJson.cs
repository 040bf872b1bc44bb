using System.Text.Json;
using System.Text.Json.Serialization;
using PulpoSync.Engine.Connectors.Pulpo.Inventory;
using PulpoSync.Engine.Connectors.Pulpo.Wire;

namespace PulpoSync.Engine.Connectors.Pulpo;

/// <summary>How PULPO's JSON is read and written: snake case; numbers may come as text.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, NumberHandling = JsonNumberHandling.AllowReadingFromString,
    Converters = [typeof(PulpoNumber)])]
[JsonSerializable(typeof(PulpoLogin))]
[JsonSerializable(typeof(PulpoToken))]
[JsonSerializable(typeof(PulpoUser))]
[JsonSerializable(typeof(PulpoWarehouse))]
[JsonSerializable(typeof(PulpoMerchant))]
[JsonSerializable(typeof(PulpoCountry))]
[JsonSerializable(typeof(PulpoProduct))]
[JsonSerializable(typeof(PulpoThirdParty))]
[JsonSerializable(typeof(PulpoThirdPartyBody))]
[JsonSerializable(typeof(IReadOnlyList<PulpoThirdPartyBody>))]
[JsonSerializable(typeof(PulpoOrder))]
[JsonSerializable(typeof(PulpoOrderBody))]
[JsonSerializable(typeof(IReadOnlyList<PulpoOrderBody>))]
[JsonSerializable(typeof(PulpoAvailability))]
[JsonSerializable(typeof(PulpoStockTotal))]
[JsonSerializable(typeof(PulpoStockRow))]
[JsonSerializable(typeof(PulpoLocation))]
[JsonSerializable(typeof(PulpoLocationType))]
[JsonSerializable(typeof(PulpoGoods))]
[JsonSerializable(typeof(StockCursor))]
[JsonSerializable(typeof(PulpoPackingOrder))]
[JsonSerializable(typeof(PulpoPackingBox))]
[JsonSerializable(typeof(PulpoTracking))]
[JsonSerializable(typeof(PulpoTrackingBody))]
[JsonSerializable(typeof(PulpoAttachmentBody))]
[JsonSerializable(typeof(PulpoBoxAttachments))]
[JsonSerializable(typeof(PulpoShippingMethod))]
[JsonSerializable(typeof(PulpoBatch))]
[JsonSerializable(typeof(PulpoReturn))]
[JsonSerializable(typeof(PulpoOrderItem))]
[JsonSerializable(typeof(PulpoGoodsItem))]
[JsonSerializable(typeof(PulpoPackingItem))]
[JsonSerializable(typeof(PulpoPackingBatch))]
[JsonSerializable(typeof(PulpoBoxItem))]
[JsonSerializable(typeof(PulpoReturnItem))]
[JsonSerializable(typeof(PulpoReasonCode))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(JsonElement))]
[JsonSerializable(typeof(PulpoShipTo))]
[JsonSerializable(typeof(PulpoSupplier))]
[JsonSerializable(typeof(PulpoCategory))]
internal sealed partial class PulpoJson : JsonSerializerContext;
