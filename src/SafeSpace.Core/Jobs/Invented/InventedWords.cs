namespace SafeSpace.Core.Jobs.Invented;

/// <summary>Plain words for invented notes, such as people who listen would write.</summary>
internal static class InventedWords
{
    public static readonly string[] Contacts =
    [
        "Talked about sleep, a bit better this week.", "Would like a text before we ring.", "Wants to come to the art group.", "Worried about the rent letter.",
        "Had a good walk with the dog.", "Rang his sister, which helped.", "Asked us to ring again on Thursday.", "We laughed about the kettle.",
        "The benefits form came; will fill it in together.", "Felt alone on Sunday.", "Did not want to talk long today, and that was fine.", "Ate properly for the first time in days.",
        "Took the bus by herself.", "Waiting to hear from the housing office.", "Told us about the garden.", "Thinks the evenings are hardest.",
        "Will try the breathing we practised.", "Glad somebody rang.", "Sounded tired but steadier.", "The anniversary is next week; we will ring that day.",
        "Food parcel would help until Friday.", "Spoke with her mum beside her.", "Wants to volunteer one day.", "Was in the building for a cup of tea.",
    ];

    public static readonly string[] ToldUs =
    [
        "Seen today, going home with support.", "Long waits have worn them down.", "Known to us, would like somebody to talk to.", "Lives alone since last year.",
        "Asked for peer support themselves.", "Struggling since losing work.", "Came with a friend.", "Does not want another assessment.",
    ];

    public static readonly string[] Needs = ["Somebody to talk to in the evenings.", "Help with letters.", "To get out of the house.", "A quiet place.", "To be listened to without a form.", "Food until payday."];

    public static readonly string[] Risks = ["Talked it through; has a plan with the crisis team.", "Feels safe at home tonight.", "Drinks more at weekends; knows whom to ring.", "Ex-partner may answer the door."];

    public static readonly string[] BeforeRinging =
    [
        "Likes a text first.", "Let it ring; slow to the phone.", "Call her Kit.", "Do not mention work.", "Hard of hearing: speak clearly.", "Prefers a woman.", "Ask about the cat.", "Mornings are bad.",
    ];

    public static readonly string[] SafeTimes = ["After 18:00.", "Not before noon.", "Weekdays only.", "Never when the children are home from school.", "Any time.", "Evenings, not Fridays."];

    public static readonly string[] MayHear = ["May hear that we rang, nothing else.", "May hear everything.", "Only that we are well.", "Nothing yet."];

    public static readonly string[] AtTheEnd = ["Feels stronger and knows the way back.", "Has the art group now.", "Moved nearer to family.", "Asked us to stop ringing; door stays open.", "Back at work three days."];
}
