using System.Net;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Lifecycle.Web.StartUp;

/// <summary>Keeps demo mode on this machine: asked by the server about each address before it listens there.</summary>
internal static class LoopbackOnly
{
    public static void Require(KestrelServerOptions server) => server.ConfigureEndpointDefaults(endpoint =>
    {
        if (endpoint.IPEndPoint is { } address && !IPAddress.IsLoopback(address.Address))
            throw new StartUpException(
                $"Demo mode lets anybody be anybody, so it listens on this machine only, not on {address}. Use http://localhost:{address.Port}, or set Demo=false.");
    });
}
