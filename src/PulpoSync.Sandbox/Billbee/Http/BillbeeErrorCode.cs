namespace PulpoSync.Sandbox.Billbee;

/// <summary>Billbee's error codes, by the names in its own SDK. Its contract allows up to 28; the rest has no known names.</summary>
internal enum BillbeeErrorCode
{
    NoError,
    ApiNotActivated,
    OrderNotFound,
    InvoiceNotCreated,
    CantCreateInvoice,
    OrderCanceled,
    OrderDeleted,
    OrderNotPaid,
    InternalError,
    OrderExists,
    WrongShopId,
    InvalidData,
}
