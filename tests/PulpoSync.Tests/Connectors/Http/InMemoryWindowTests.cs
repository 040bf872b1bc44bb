using Microsoft.Extensions.Time.Testing;
using PulpoSync.Engine.Connectors.Http;
using PulpoSync.Engine.Contracts;

namespace PulpoSync.Tests.Connectors.Http;

public sealed class InMemoryWindowTests : WindowStoreTests
{
    private readonly InMemoryLimitStore _sut;

    public InMemoryWindowTests() => _sut = new InMemoryLimitStore(Time);

    protected override ILimitStore Sut => _sut;

    protected override FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));

    protected override int Kept => _sut.Keys;
}
