using PulpoSync.Engine.Contracts;
using PulpoSync.Records;

namespace PulpoSync.Engine.Connectors.Billbee.Labels;

/// <summary>What the settings of labels may name.</summary>
internal sealed class LabelSettingsCheck(LabelProducts products)
{
    /// <summary>What is wrong with them.</summary>
    /// <exception cref="FailureException">Billbee cannot be asked.</exception>
    public async Task<IReadOnlyList<Failure>> FindingsAsync(SettingBag settings, CancellationToken cancellationToken)
    {
        var (provider, product) = (settings.Text(BillbeeSpec.LabelProvider), settings.Text(BillbeeSpec.LabelProduct));
        var map = settings.Map(BillbeeSpec.LabelMap);
        var findings = new List<Failure>();
        if (provider is null != product is null)
        {
            var missing = provider is null ? BillbeeSpec.LabelProvider : BillbeeSpec.LabelProduct;
            findings.Add(Invalid($"{BillbeeSpec.LabelProvider} and {BillbeeSpec.LabelProduct} belong together: {missing} is missing."));
        }

        if (map.Count == 0 && (provider ?? product) is null)
        {
            findings.Add(Invalid($"No label is chosen for any box. Give {BillbeeSpec.LabelMap}, or {BillbeeSpec.LabelProvider} and {BillbeeSpec.LabelProduct}."));
        }

        if (provider is not null && product is not null) await CheckAsync(new LabelChoice(provider, product), findings, cancellationToken).ConfigureAwait(false);
        foreach (var (method, text) in map)
        {
            if (LabelChoice.Parse(text) is { } choice) await CheckAsync(choice, findings, cancellationToken).ConfigureAwait(false);
            else findings.Add(Invalid($"{BillbeeSpec.LabelMap} has \"{text}\" for \"{method}\". Write provider and product with a slash between them: DHL/DHL Paket."));
        }

        return findings;
    }

    private async Task CheckAsync(LabelChoice choice, List<Failure> findings, CancellationToken cancellationToken)
    {
        if (await products.CheckAsync(choice, cancellationToken).ConfigureAwait(false) is { } failure && !findings.Contains(failure)) findings.Add(failure);
    }

    private static Failure Invalid(string message) => new(FailureKind.Configuration, "LabelSettingsInvalid", message);
}
