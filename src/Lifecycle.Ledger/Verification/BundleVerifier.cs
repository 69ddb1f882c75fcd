namespace Lifecycle.Ledger;

/// <summary>Verifies a bundle: no database, no network, and memory that does not grow with its leaves but for one number a stream.</summary>
public static class BundleVerifier
{
    /// <param name="bundle">Seekable. Never throws for what is in it: that becomes a finding.</param>
    /// <param name="trust">What the verifying person holds from elsewhere.</param>
    /// <param name="progress">Is told how many leaves were verified, now and then.</param>
    public static BundleReport Verify(Stream bundle, Trust trust, IProgress<long>? progress = null)
    {
        var (run, findings) = (new BundleRun(trust, progress), new Findings());
        try
        {
            run.Verify(new BundleFile(bundle), findings);
        }
        catch (LedgerFormatException wrong)
        {
            findings.Add(FindingKind.Malformed, wrong.Message);
        }
        catch (TruncatedException early)
        {
            findings.Add(FindingKind.Truncated, early.Message);
        }

        return run.Report(findings);
    }
}
