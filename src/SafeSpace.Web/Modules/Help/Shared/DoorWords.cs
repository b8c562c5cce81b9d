using SafeSpace.Core.Help;

namespace SafeSpace.Web.Modules.Help.Shared;

public static class DoorWords
{
    public static string State(StopState state) => state switch
    {
        StopState.Waiting => "to come",
        StopState.Done => "done",
        StopState.NotAtHome => "not at home",
        _ => "called off",
    };

    public static string Refusal(RoundChange change) => change switch
    {
        RoundChange.NotTogether => "They cannot be on this round. Please choose another round.",
        RoundChange.OnItAlready => "They are on a round with this already.",
        RoundChange.Over => "This ended already. What stands there now is on the round's page.",
        _ => "This is not there any more.",
    };
}
