namespace PulpoSync.Engine.Connectors.Billbee;

/// <summary>Billbee's error codes inside an answer: names of the vendor's SDK 2.5.2, and what they mean for us. 19 to 28 exist and have no name.</summary>
internal static class BillbeeErrorCode
{
    public const int None = 0;
    public const string InternalError = nameof(InternalError);
    public const string OrderCanceled = nameof(OrderCanceled);
    public const string OrderDeleted = nameof(OrderDeleted);

    private static readonly (FailureKind Kind, string Name, string Text)[] All =
    [
        (FailureKind.Protocol, "NoError", "no error"),
        (FailureKind.Authorization, "ApiNotActivated", "the API is not switched on for this user; switch it on in Billbee under Settings, Connection settings, Billbee API"),
        (FailureKind.NotFound, "OrderNotFound", "there is no such order"),
        (FailureKind.Data, "InvoiceNotCreated", "the invoice was not made"),
        (FailureKind.Data, "CantCreateInvoice", "the invoice cannot be made"),
        (FailureKind.Data, OrderCanceled, "the order is cancelled"),
        (FailureKind.Data, OrderDeleted, "the order is deleted"),
        (FailureKind.Data, "OrderNotPaid", "the order is not paid"),
        (FailureKind.Transient, InternalError, "Billbee has trouble of its own"),
        (FailureKind.Conflict, "OrderExists", "the order exists already"),
        (FailureKind.Data, "WrongShopId", "the shop account is not known"),
        (FailureKind.Data, "InvalidData", "the content is refused"),
        (FailureKind.Data, "DuplicateEmail", "the e-mail is taken"),
        (FailureKind.Data, "InvalidEmail", "the e-mail is not valid"),
        (FailureKind.Data, "UserRejected", "the user is rejected"),
        (FailureKind.Data, "TermsNotAccepted", "the terms are not accepted"),
        (FailureKind.Authorization, "NoPaidAccount", "the account is not a paid one"),
        (FailureKind.Authorization, "APIServiceNotBooked", "the API is not booked for the account"),
        (FailureKind.Data, "CantCreateDeliveryNote", "the delivery note cannot be made"),
    ];

    // The contract's last one.
    private const int Last = 28;

    /// <summary>What a code means: one without a name is content that is refused; of one that is not in the contract nothing is known.</summary>
    public static (FailureKind Kind, string Name, string Text) Of(int code) => code >= 0 && code < All.Length ? All[code] :
    (
        code is >= 0 and <= Last ? FailureKind.Data : FailureKind.Protocol,
        FormattableString.Invariant($"Error{code}"), FormattableString.Invariant($"error {code}, for which no meaning is documented")
    );
}
