using SafeSpace.Core.Connections;
using SafeSpace.Web.Infrastructure.Words;

namespace SafeSpace.Web.Modules.Connections.Shared;

/// <summary>Where a connection stands, in a word or two.</summary>
public static class StateWords
{
    public static string Of(Texts t, ConnectionState state) => state switch
    {
        ConnectionState.Asked => t["not sent yet"],
        ConnectionState.Sent => t["sent, no answer yet"],
        ConnectionState.Taken => t["taken on"],
        ConnectionState.Refused => t["refused"],
        ConnectionState.Ended => t["ended"],
        _ => t["stopped"],
    };

    public static string Of(Texts t, AppointmentState state) => state switch
    {
        AppointmentState.Offered => t["offered"],
        AppointmentState.Kept => t["they were there"],
        AppointmentState.Missed => t["they were not there"],
        _ => t["does not take place"],
    };

    public static string Of(Texts t, SentHow how) => how switch
    {
        SentHow.Phone => t["by phone"],
        SentHow.Email => t["by e-mail"],
        _ => t["by letter"],
    };
}
