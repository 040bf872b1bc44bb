namespace PulpoSync.Sandbox.Billbee;

/// <summary>The request cannot be understood: 400 with a <c>Message</c>, before Billbee's own code is reached.</summary>
internal sealed class BillbeeRequestException(string message) : Exception(message);
