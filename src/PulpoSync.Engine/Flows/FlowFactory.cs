using PulpoSync.Engine.Contracts;
using PulpoSync.Engine.Runs;

namespace PulpoSync.Engine.Flows;

/// <summary>Makes the flow of one run, once both sides were checked and their places are known.</summary>
internal delegate IFlow<TRecord> FlowFactory<TRecord>(RunScope scope, CheckResult source, CheckResult destination);
