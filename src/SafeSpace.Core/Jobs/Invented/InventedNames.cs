namespace SafeSpace.Core.Jobs.Invented;

/// <summary>Names to make people of. Any likeness is chance: given names and surnames are put together at random.</summary>
internal static class InventedNames
{
    public sealed record Culture(string[] Women, string[] Men, string[] Surnames);

    public static readonly (Culture Thing, double Weight)[] Cultures =
    [
        (Of("Amy Beth Carol Diane Ellie Fiona Gemma Hannah Irene Jade Karen Leanne Megan Nicola Olivia Paula Rachel Sarah Tina Wendy Zoe Alison Chloe Debbie Emma Grace Heather Jean Kelly Linda",
            "Adam Ben Callum Darren Ethan Frank Gary Harry Ian Jack Keith Liam Mark Neil Oliver Paul Ricky Sam Tom Wayne Alan Brian Chris Dean Elliot George Jamie Lewis Martin Nathan",
            "Ackroyd Barlow Carter Dixon Ellis Fletcher Goodwin Harley Ingham Jennings Kershaw Lister Marsden Naylor Ogden Pickles Radcliffe Sutcliffe Thornton Whitaker Ashworth Briggs Crossley Dawson Firth Greenwood Hirst Lumb Mellor Rushworth Sykes Tordoff"), 70),
        (Of("Aoife Siobhan Niamh Morag Catriona Eilidh Bronwen Carys", "Conor Declan Eoin Callum Fergus Hamish Gethin Rhys",
            "Byrne Doyle Gallagher Kavanagh Macleod Ferguson Drummond Llewellyn Prosser Bevan"), 7),
        (Of("Aisha Farzana Harpreet Manjit Nasreen Priya Samina Yasmin Rukhsana Meera", "Amir Bilal Gurdeep Imran Jaspal Kamran Rajesh Sajid Vikram Zahid",
            "Akhtar Begum Chaudhry Hussain Kaur Khan Malik Mirza Patel Sandhu Sharma Siddiqui"), 9),
        (Of("Agnieszka Beata Dorota Ewa Katarzyna Malgorzata Zofia Justyna", "Andrzej Dariusz Jakub Krzysztof Marek Pawel Tomasz Zbigniew",
            "Kowalska Nowak Wisniewski Zielinska Mazur Krawczyk Dabrowski Pawlak"), 5),
        (Of("Abena Chiamaka Denise Folake Marcia Ngozi Shanice Yvonne", "Chidi Desmond Everton Kwame Leroy Olu Tendai Winston",
            "Adeyemi Boateng Campbell Edwards Mensah Okafor Osei Reid"), 6),
        (Of("Amal Hodan Layla Maryam Noor Zeinab", "Abdi Farid Hassan Karim Omar Yusuf", "Abdullahi Farah Haddad Mansour Warsame Saleh"), 3),
    ];

    public static readonly string[] Peers =
        ["Ruth", "Dev", "Maureen", "Kofi", "Lottie", "Stan", "Bashir", "Ola", "Trish", "Gwen", "Marcus", "Nell", "Rob", "Sunita"];

    public static readonly string[] FamilyTies = ["mother", "father", "husband", "wife", "partner", "sister", "brother", "daughter", "son", "carer", "friend"];

    public static readonly string[] Streets =
        ["Mill Lane", "Canal Street", "Station Road", "Chapel Row", "Park View", "Hill Top", "Weavers Court", "Bridge End", "Orchard Close", "School Street", "Moor Road", "Church Walk"];

    public static readonly (string? Thing, double Weight)[] Genders =
        [("woman", 30), ("female", 25), ("man", 22), ("male", 18), ("non-binary", 1), ("trans woman", 0.5), ("trans man", 0.5), ("rather not say", 1)];

    public static readonly (string? Thing, double Weight)[] Ethnicities =
        [(null, 55), ("White British", 28), ("British Pakistani", 5), ("Polish", 3), ("Black Caribbean", 2), ("mixed", 3), ("Irish", 2), ("Yorkshire", 2)];

    /// <summary>Numbers that Ofcom keeps for drama: they ring nowhere. Beyond those, numbers of a range the country does not use.</summary>
    public static string Phone(int number)
    {
        string[] kept = ["07700 900", "0113 496 0", "0114 496 0", "0115 496 0", "0116 496 0", "0117 496 0", "0121 496 0", "0131 496 0", "0141 496 0", "0151 496 0", "0161 496 0", "020 7946 0", "0191 498 0", "01632 960"];
        return number < kept.Length * 1000 ? $"{kept[number / 1000]}{number % 1000:D3}" : $"04{number:D9}";
    }

    private static Culture Of(string women, string men, string surnames) => new(women.Split(' '), men.Split(' '), surnames.Split(' '));
}
