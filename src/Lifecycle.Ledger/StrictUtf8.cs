using System.Text;

namespace Lifecycle.Ledger;

/// <summary>UTF-8 that replaces nothing: what is not well formed is refused.</summary>
internal static class StrictUtf8
{
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static byte[] Bytes(string text)
    {
        try
        {
            return Encoding.GetBytes(text);
        }
        catch (EncoderFallbackException lone)
        {
            throw new LedgerFormatException("A text has half of a surrogate pair.", lone);
        }
    }

    public static string Text(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return Encoding.GetString(bytes);
        }
        catch (DecoderFallbackException wrong)
        {
            throw new LedgerFormatException("A text is not UTF-8.", wrong);
        }
    }
}
