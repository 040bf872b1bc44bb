namespace PulpoSync.Sandbox.Pulpo;

/// <summary>The filters that sales orders and fulfilment orders share.</summary>
internal static class OutgoingOrderFields
{
    public static IEnumerable<Field<T>> Of<T>() where T : OutgoingOrder =>
    [
        Fields.Text<T>("client_id", o => o.ClientId),
        Fields.Text<T>("external_order_num", o => o.ExternalOrderNum),
        Fields.Text<T>("state", o => o.State),
        Fields.Text<T>("type", o => o.Type),
        Fields.Integer<T>("third_party_id", o => o.ThirdPartyId),
        Fields.Integer<T>("warehouse_id", o => o.WarehouseId),
        Fields.Text<T>("criterium", o => o.Criterium, takesLists: true),
        Fields.Text<T>("channel", o => o.Channel),
        Fields.Integer<T>("priority", o => o.Priority, takesLists: true),
        Fields.Time<T>("delivery_date", o => o.DeliveryDate),
        Fields.Text<T>("address_check_status", o => o.AddressCheckStatus),
        Fields.Integer<T>("merchant_id", o => o.MerchantId),
        Fields.Integer<T>("merchant_channel_id", o => o.MerchantChannelId),
    ];
}
