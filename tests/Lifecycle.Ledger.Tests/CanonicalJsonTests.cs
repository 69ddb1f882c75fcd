using System.Text;

namespace Lifecycle.Ledger.Tests;

/// <summary>RFC 8785, with its own examples.</summary>
public sealed class CanonicalJsonTests
{
    // RFC 8785 appendix B.
    [Theory]
    [InlineData("0000000000000000", "0")]
    [InlineData("8000000000000000", "0")]
    [InlineData("0000000000000001", "5e-324")]
    [InlineData("8000000000000001", "-5e-324")]
    [InlineData("7fefffffffffffff", "1.7976931348623157e+308")]
    [InlineData("ffefffffffffffff", "-1.7976931348623157e+308")]
    [InlineData("4340000000000000", "9007199254740992")]
    [InlineData("c340000000000000", "-9007199254740992")]
    [InlineData("4430000000000000", "295147905179352830000")]
    [InlineData("44b52d02c7e14af5", "9.999999999999997e+22")]
    [InlineData("44b52d02c7e14af6", "1e+23")]
    [InlineData("44b52d02c7e14af7", "1.0000000000000001e+23")]
    [InlineData("444b1ae4d6e2ef4e", "999999999999999700000")]
    [InlineData("444b1ae4d6e2ef4f", "999999999999999900000")]
    [InlineData("444b1ae4d6e2ef50", "1e+21")]
    [InlineData("3eb0c6f7a0b5ed8c", "9.999999999999997e-7")]
    [InlineData("3eb0c6f7a0b5ed8d", "0.000001")]
    [InlineData("41b3de4355555553", "333333333.3333332")]
    [InlineData("41b3de4355555554", "333333333.33333325")]
    [InlineData("41b3de4355555555", "333333333.3333333")]
    [InlineData("41b3de4355555556", "333333333.3333334")]
    [InlineData("41b3de4355555557", "333333333.33333343")]
    [InlineData("becbf647612f3696", "-0.0000033333333333333333")]
    [InlineData("43143ff3c1cb0959", "1424953923781206.2")]
    public void Numbers_are_written_as_the_rfc_writes_them(string ieee, string text) =>
        Assert.Equal(text, CanonicalNumber.Text(BitConverter.Int64BitsToDouble(Convert.ToInt64(ieee, 16))));

    [Theory]
    // RFC 8785 section 3.2.3, its third number written so that it is not rounded.
    [InlineData(
        """{"numbers":[333333333.3333333,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/","literals":[null,true,false]}""",
        """{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\u000f\nA'B\"\\\\\"/"}""")]
    [InlineData("""{"b":{"z":1,"a":[{"y":1,"x":2}]},"a":"é"}""", """{"a":"é","b":{"a":[{"x":2,"y":1}],"z":1}}""")]
    [InlineData(" [ ] ", "[]")]
    [InlineData("-0", "0")]
    [InlineData("-0.0e5", "0")]
    [InlineData("9007199254740992", "9007199254740992")]
    [InlineData("1.0", "1")]
    [InlineData("0.1", "0.1")]
    [InlineData("1000000000000000000000", "1e+21")]
    public void What_is_written_is_canonical(string json, string canonical)
    {
        Assert.Equal(canonical, Canonical(json));
        Assert.Equal(canonical, Canonical(canonical));
    }

    [Fact]
    public void Names_are_in_the_order_of_their_utf_16_code_units() =>
        // RFC 8785 section 3.2.3.
        Assert.Equal(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\u007f\",\"ö\":\"Latin Small Letter O With Diaeresis\",\"€\":\"Euro Sign\",\"😀\":\"Emoji: Grinning Face\",\"\ufb33\":\"Hebrew Letter Dalet With Dagesh\"}",
            Canonical("""{"\u20ac":"Euro Sign","\r":"Carriage Return","\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\ud83d\ude00":"Emoji: Grinning Face","\u0080":"Control\u007f","\u00f6":"Latin Small Letter O With Diaeresis"}"""));

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("{\"a\":1,}")]
    [InlineData("{\"a\":1,\"a\":2}")]
    [InlineData("{\"a\":1,\"b\":3,\"\\u0061\":2}")]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"\\udc00\\ud800\"")]
    [InlineData("{\"\\ud800\":1}")]
    [InlineData("9007199254740993")]
    [InlineData("333333333.33333329")]
    [InlineData("0.1000000000000000055511151231257827")]
    [InlineData("1e400")]
    [InlineData("-1e400")]
    [InlineData("1e-400")]
    [InlineData("1e99999999999999999999")]
    [InlineData("01")]
    [InlineData("NaN")]
    [InlineData("// no\n1")]
    [InlineData("\ufeff1")]
    public void What_has_no_canonical_form_is_refused(string json) => Assert.Throws<LedgerFormatException>(() => Canonical(json));

    [Fact]
    public void Bytes_that_are_not_utf_8_are_refused()
    {
        Assert.Throws<LedgerFormatException>(() => CanonicalJson.Write([(byte)'"', 0xff, (byte)'"']));
        Assert.Throws<LedgerFormatException>(() => CanonicalJson.Write([(byte)'"', 0xed, 0xa0, 0x80, (byte)'"']));
        Assert.Throws<LedgerFormatException>(() => CanonicalJson.Write([(byte)'"', (byte)'\\', (byte)'n', 0xff, (byte)'"']));
    }

    [Fact]
    public void Sixty_four_levels_are_read_and_no_more()
    {
        Assert.Equal(128, Canonical(Nested(64)).Length);
        Assert.Throws<LedgerFormatException>(() => Canonical(Nested(65)));
    }

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);

    private static string Canonical(string json) => Encoding.UTF8.GetString(CanonicalJson.Write(Encoding.UTF8.GetBytes(json)));
}
