namespace PulpoSync.Sandbox;

/// <summary>The form of Billbee's refusals.</summary>
public enum BillbeeErrorStyle
{
    /// <summary><c>{"ErrorMessage":"…","ErrorCode":2,"ErrorDescription":2,"Data":null}</c></summary>
    Envelope,

    /// <summary><c>{"Message":"…"}</c>, as Billbee's framework writes them by itself.</summary>
    Message,
}
