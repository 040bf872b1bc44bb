using PulpoSync.Engine.Contracts;
using PulpoSync.Sandbox;

namespace PulpoSync.Tests.Connectors.Contract;

/// <summary>What every system has to do with its credential and say of itself.</summary>
public abstract partial class SystemContract<TWorld>(TWorld world) : IClassFixture<TWorld>
    where TWorld : SystemWorld
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private ConnectorSpec Spec => world.System.Spec;

    [Fact]
    public async Task Check_with_each_good_credential_tells_the_account()
    {
        foreach (var credential in world.Credentials)
        {
            await using var connector = world.Connect(credential: credential);

            var result = await connector.CheckAsync(CheckRequest.Credential, default);

            Assert.Null(result.Failure);
            Assert.Equal(world.Account, result.Account);
            Assert.StartsWith($"{Spec.Name.ToLowerInvariant()}:", result.Account, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Check_of_each_type_on_its_side_is_passed()
    {
        var sides = Spec.SourceOf.Select(type => (type, Role.Source)).Concat(Spec.DestinationOf.Select(type => (type, Role.Destination)));
        foreach (var (type, role) in sides)
        {
            await using var connector = world.Connect();

            var result = await connector.CheckAsync(new CheckRequest(type, role, SettingBag.Empty), default);

            Assert.True(result.Failure is null, $"{type} as {role}: {result.Failure}");
        }
    }

    [Fact]
    public async Task Check_with_a_wrong_secret_is_a_refusal_that_does_not_name_it()
    {
        foreach (var credential in world.Credentials)
        {
            foreach (var field in credential.Keys.Where(world.IsSecret))
            {
                const string wrong = "canary-wrong-secret-5d1f";
                await using var connector = world.Connect(credential: With(credential, field, wrong));

                var failure = (await connector.CheckAsync(CheckRequest.Credential, default)).Failure;

                Assert.True(failure is { Kind: FailureKind.Authentication }, $"{field}: {failure}");
                Assert.Empty(Canaries.In(failure, [wrong, .. world.Secrets]));
            }
        }
    }

    [Fact]
    public async Task Credential_without_a_field_is_refused_by_name()
    {
        foreach (var credential in world.Credentials)
        {
            // A sandbox always has an address, whether or not the system itself needs one.
            var fields = credential.Keys.Where(field => field != "Address").ToHashSet();
            Assert.Contains(Spec.CredentialSets, set => fields.SetEquals(set.Where(field => field != "Address")));
            foreach (var field in fields)
            {
                foreach (var value in new[] { null, "", "  " })
                {
                    var failure = await CheckAsync(With(credential, field, value));

                    Assert.True(failure.Text.Contains(field, StringComparison.Ordinal), $"\"{value}\" for {field}: {failure.Text}");
                    Assert.Empty(Canaries.In(failure.Text, world.Secrets));
                }
            }
        }

        // Either when it is opened or when it is checked, but never as anything else.
        async Task<(string Text, bool Opened)> CheckAsync(Dictionary<string, string> credential)
        {
            try
            {
                await using var connector = world.Connect(credential: credential);
                var failure = (await connector.CheckAsync(CheckRequest.Credential, default)).Failure;
                return failure is { Kind: FailureKind.Configuration } ? (failure.Message, true) : ($"accepted, or refused as {failure}", true);
            }
            catch (PulpoSyncException e) when (e.ErrorId == ErrorIds.CredentialInvalid)
            {
                return (e.Message, false);
            }
        }
    }

    [Fact]
    public void Address_of_another_kind_is_refused_without_repeating_a_password()
    {
        foreach (var address in world.ForeignAddresses.Append("http://someone:canary-secret@example.com/").Append("ftp://example.com/").Append("no address at all"))
        {
            var refused = Assert.Throws<PulpoSyncException>(() => world.System.NormalizeAddress(address, sandbox: false));

            Assert.Equal(ErrorIds.CredentialInvalid, refused.ErrorId);
            Assert.Empty(Canaries.In(refused, ["canary-secret"]));
        }

        foreach (var address in new[] { "https://example.com/", "http://example.com/" })
        {
            Assert.Equal(ErrorIds.CredentialInvalid, Assert.Throws<PulpoSyncException>(() => world.System.NormalizeAddress(address, sandbox: true)).ErrorId);
        }
    }

    [Fact]
    public void Address_that_is_tidy_stays_as_it_is()
    {
        foreach (var credential in world.Credentials)
        {
            var tidy = world.System.NormalizeAddress(credential["Address"], sandbox: true);

            Assert.Equal(tidy, world.System.NormalizeAddress(tidy, sandbox: true));
        }
    }

    [Fact]
    public async Task Check_meets_spoilt_answers_with_a_failure()
    {
        var complaints = new Complaints(world);
        foreach (var (spoiling, operation) in await world.TargetsAsync([.. Spoiling.Whole, .. Spoiling.Json(world.EnvelopeDepth)], CheckAsync))
        {
            var fault = world.Host.Faults.Add(spoiling.Make(new Spoiling.Target(world.Prefix, operation)));
            try
            {
                if (await CheckAsync() is { } failure) complaints.Judge(spoiling, operation, failure);
                else if (spoiling.Kinds.Count > 0) complaints.Add($"{spoiling.Name} of {operation} is taken for an answer");
            }
#pragma warning disable CA1031 // Which kinds come is what is looked at.
            catch (Exception e)
            {
                complaints.Judge(spoiling, operation, e is FailureException ? new InvalidOperationException("thrown, not given back", e) : e);
            }
#pragma warning restore CA1031
            world.Host.Faults.Remove(fault.Id);
        }

        complaints.AssertNone();

        async Task<Failure?> CheckAsync()
        {
            await using var connector = world.Connect();
            return (await connector.CheckAsync(CheckRequest.Credential, default).WaitAsync(Patience)).Failure;
        }
    }

    [Fact]
    public async Task Check_is_cancelled_before_and_while_it_waits()
    {
        using var gone = new CancellationTokenSource();
        var fault = world.Host.Faults.Add(new Fault { Kind = FaultKind.HangBefore, System = world.Prefix });
        await using var connector = world.Connect();
        var check = connector.CheckAsync(CheckRequest.Credential, gone.Token);
        await fault.Reached.WaitAsync(Patience);
        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => check.WaitAsync(Patience));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.Connect().CheckAsync(CheckRequest.Credential, gone.Token).WaitAsync(Patience));
        world.Host.Faults.Remove(fault.Id);
    }

    private static Dictionary<string, string> With(IReadOnlyDictionary<string, string> credential, string field, string? value)
    {
        var changed = credential.ToDictionary();
        if (value is null) changed.Remove(field);
        else changed[field] = value;
        return changed;
    }
}
