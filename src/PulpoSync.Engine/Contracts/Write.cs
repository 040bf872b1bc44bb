namespace PulpoSync.Engine.Contracts;

/// <summary>One item of a batch.</summary>
/// <param name="Operation">What to do.</param>
/// <param name="Ref">Identity at the destination.</param>
/// <param name="Record">The record; complete also for cancels.</param>
public sealed record Write<TRecord>(WriteOperation Operation, RecordRef Ref, TRecord Record);
