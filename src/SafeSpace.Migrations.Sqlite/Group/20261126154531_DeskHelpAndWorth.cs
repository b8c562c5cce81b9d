using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SafeSpace.Migrations.Sqlite.Group
{
    /// <inheritdoc />
    public partial class DeskHelpAndWorth : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "helpers_may_hear",
                table: "spell",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "asked_by",
                table: "promise",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "for",
                table: "promise",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "for_id",
                table: "promise",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "previous_id",
                table: "promise",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "died_at",
                table: "person",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "site_id",
                table: "opening_plan",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "agreed",
                table: "contact",
                type: "BLOB",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "mood_after",
                table: "contact",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "mood_before",
                table: "contact",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<byte[]>(
                name: "site_id",
                table: "closed_day",
                type: "BLOB",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "agreement",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    what = table.Column<byte[]>(type: "BLOB", nullable: true),
                    why = table.Column<byte[]>(type: "BLOB", nullable: true),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    review_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    made_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    previous_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    end_words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_agreement", x => x.id);
                    table.ForeignKey(
                        name: "FK_agreement_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ask",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    what = table.Column<byte[]>(type: "BLOB", nullable: true),
                    wanted_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    offer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_ask", x => x.id);
                    table.ForeignKey(
                        name: "FK_ask_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "asked_for",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    gender = table.Column<string>(type: "TEXT", nullable: true),
                    language = table.Column<string>(type: "TEXT", nullable: true),
                    not_a_neighbour = table.Column<bool>(type: "INTEGER", nullable: false),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_asked_for", x => x.id);
                    table.ForeignKey(
                        name: "FK_asked_for_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "book_count",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    book = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    count = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_book_count", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "break_glass",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    whose_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    why = table.Column<byte[]>(type: "BLOB", nullable: true),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_break_glass", x => x.id);
                    table.ForeignKey(
                        name: "FK_break_glass_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "calendar_link",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    peer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_calendar_link", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "call_under_way",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    peer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    started_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    stopped_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_call_under_way", x => x.id);
                    table.ForeignKey(
                        name: "FK_call_under_way_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cause",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    what = table.Column<byte[]>(type: "BLOB", nullable: true),
                    begun_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    outcome_words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    worth_pence = table.Column<long>(type: "INTEGER", nullable: true),
                    worth_words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cause", x => x.id);
                    table.ForeignKey(
                        name: "FK_cause_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "cause_deadline",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    cause_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    what = table.Column<byte[]>(type: "BLOB", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    met_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cause_deadline", x => x.id);
                    table.ForeignKey(
                        name: "FK_cause_deadline_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "centre_sign_in",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<TimeOnly>(type: "TEXT", nullable: true),
                    member_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    name_key = table.Column<string>(type: "TEXT", nullable: true),
                    session = table.Column<string>(type: "TEXT", nullable: true),
                    way = table.Column<string>(type: "TEXT", nullable: false),
                    site_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    asked_to_wait = table.Column<bool>(type: "INTEGER", nullable: false),
                    met_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    taken_back_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_centre_sign_in", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "coming_back_agreement",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    agreed = table.Column<bool>(type: "INTEGER", nullable: false),
                    agreed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    agreed_with = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coming_back_agreement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "concern",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    raised_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    raised_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    raised_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    what = table.Column<byte[]>(type: "BLOB", nullable: true),
                    person_wants = table.Column<byte[]>(type: "BLOB", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    outcome = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_concern", x => x.id);
                    table.ForeignKey(
                        name: "FK_concern_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "concern_told",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    concern_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    whom = table.Column<byte[]>(type: "BLOB", nullable: true),
                    told_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    told_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    answer_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    answered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    answer = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_concern_told", x => x.id);
                    table.ForeignKey(
                        name: "FK_concern_told_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "connection_rules",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    nation = table.Column<string>(type: "TEXT", nullable: false),
                    working_days = table.Column<int>(type: "INTEGER", nullable: false),
                    publishes = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_connection_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "contract_plan",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    calls = table.Column<int>(type: "INTEGER", nullable: false),
                    visits = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_contract_plan", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "counsellor",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    student = table.Column<bool>(type: "INTEGER", nullable: false),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_counsellor", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "cover_settings",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    least_peers = table.Column<int>(type: "INTEGER", nullable: false),
                    show_days = table.Column<int>(type: "INTEGER", nullable: false),
                    empty_number = table.Column<string>(type: "TEXT", nullable: true),
                    empty_message = table.Column<string>(type: "TEXT", nullable: true),
                    send_reminders = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_cover_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "crisis_entry",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    name = table.Column<string>(type: "TEXT", nullable: true),
                    name_key = table.Column<string>(type: "TEXT", nullable: true),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    spell_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    taken_back_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_crisis_entry", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "death",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    died_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    said_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    said_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    said_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    taken_back_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_death", x => x.id);
                    table.ForeignKey(
                        name: "FK_death_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "death_told",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    death_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    whom = table.Column<byte[]>(type: "BLOB", nullable: true),
                    told_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    told_by = table.Column<string>(type: "TEXT", nullable: false),
                    noted_by_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_death_told", x => x.id);
                    table.ForeignKey(
                        name: "FK_death_told_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "debrief",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    peer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    offered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ask_again_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    with_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_debrief", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "delivery_round",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    driver_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    done_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_round", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "delivery_stop",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    round_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    help_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    address_then = table.Column<byte[]>(type: "BLOB", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_delivery_stop", x => x.id);
                    table.ForeignKey(
                        name: "FK_delivery_stop_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "desk_settings",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    climb_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    quiet_minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    no_keyholder = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_desk_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "direct_return",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    spell_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    tell_team = table.Column<bool>(type: "INTEGER", nullable: false),
                    team = table.Column<string>(type: "TEXT", nullable: true),
                    referrer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    referral_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    taken_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    taken_by_name = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_direct_return", x => x.id);
                    table.ForeignKey(
                        name: "FK_direct_return_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "direction",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    caller = table.Column<byte[]>(type: "BLOB", nullable: true),
                    peer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    promise_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    note = table.Column<byte[]>(type: "BLOB", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    given_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    given_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    accepted_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    back_words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_direction", x => x.id);
                    table.ForeignKey(
                        name: "FK_direction_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "door_address",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    site_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_door_address", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "doorstep_note",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    diet = table.Column<byte[]>(type: "BLOB", nullable: true),
                    doorstep = table.Column<byte[]>(type: "BLOB", nullable: true),
                    not_to_say = table.Column<byte[]>(type: "BLOB", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_doorstep_note", x => x.id);
                    table.ForeignKey(
                        name: "FK_doorstep_note_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "emergency_step",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    when = table.Column<string>(type: "TEXT", nullable: false),
                    what_to_do = table.Column<string>(type: "TEXT", nullable: false),
                    ring_name = table.Column<string>(type: "TEXT", nullable: true),
                    ring_phone = table.Column<string>(type: "TEXT", nullable: true),
                    owner_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    checked_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergency_step", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "fallback_peer",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    peer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_fallback_peer", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "feedback_link",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    way = table.Column<string>(type: "TEXT", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "BLOB", nullable: false),
                    made_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_feedback_link", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "file_review",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    seed = table.Column<int>(type: "INTEGER", nullable: false),
                    drawn_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    active_wanted = table.Column<int>(type: "INTEGER", nullable: false),
                    closed_wanted = table.Column<int>(type: "INTEGER", nullable: false),
                    active_there = table.Column<int>(type: "INTEGER", nullable: false),
                    closed_there = table.Column<int>(type: "INTEGER", nullable: false),
                    finished_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_file_review", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "follow_up_rules",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    asks_mood = table.Column<bool>(type: "INTEGER", nullable: false),
                    own_pages = table.Column<bool>(type: "INTEGER", nullable: false),
                    names_who_looked = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_follow_up_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "handover",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    written_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    written_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<DateTime>(type: "TEXT", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    signed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "handover_read",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    handover_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reader_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reader_name = table.Column<string>(type: "TEXT", nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover_read", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "help_offer",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    account_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    what = table.Column<byte[]>(type: "BLOB", nullable: true),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_offer", x => x.id);
                    table.ForeignKey(
                        name: "FK_help_offer_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "hospital_stay",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    where = table.Column<byte[]>(type: "BLOB", nullable: true),
                    since = table.Column<DateTime>(type: "TEXT", nullable: false),
                    way_home = table.Column<byte[]>(type: "BLOB", nullable: true),
                    home_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    how_home = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_hospital_stay", x => x.id);
                    table.ForeignKey(
                        name: "FK_hospital_stay_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "household",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    made_by_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "household_member",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    household_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<DateTime>(type: "TEXT", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_household_member", x => x.id);
                    table.ForeignKey(
                        name: "FK_household_member_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "income",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<string>(type: "TEXT", nullable: true),
                    pence = table.Column<long>(type: "INTEGER", nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_income", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "keep_apart",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    why = table.Column<byte[]>(type: "BLOB", nullable: true),
                    from = table.Column<DateTime>(type: "TEXT", nullable: false),
                    set_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    until = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_keep_apart", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "keyholder",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    peer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    keyholder_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<DateTime>(type: "TEXT", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_keyholder", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "leader_hours",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    week = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    name_key = table.Column<string>(type: "TEXT", nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_leader_hours", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "member",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    name_key = table.Column<string>(type: "TEXT", nullable: false),
                    network = table.Column<string>(type: "TEXT", nullable: false),
                    joined_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    left_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    card = table.Column<string>(type: "TEXT", nullable: true),
                    one_with_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_member", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "month_closing",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    figures = table.Column<string>(type: "TEXT", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closed_by = table.Column<string>(type: "TEXT", nullable: false),
                    reopened_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    reopened_by = table.Column<string>(type: "TEXT", nullable: true),
                    why = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_month_closing", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "night_sheet_made",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    shift_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    made_by_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    made_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    way = table.Column<string>(type: "TEXT", nullable: false),
                    people = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_night_sheet_made", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "objective_evidence",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    objective = table.Column<string>(type: "TEXT", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_objective_evidence", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "own_page_invitation",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    safe_way = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    made_account = table.Column<bool>(type: "INTEGER", nullable: false),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_own_page_invitation", x => x.id);
                    table.ForeignKey(
                        name: "FK_own_page_invitation_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pack",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    to = table.Column<int>(type: "INTEGER", nullable: false),
                    restates = table.Column<int>(type: "INTEGER", nullable: true),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    published_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    why = table.Column<byte[]>(type: "BLOB", nullable: true),
                    shown = table.Column<byte[]>(type: "BLOB", nullable: true),
                    exact = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pack", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "partner",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    what_for = table.Column<string>(type: "TEXT", nullable: true),
                    for_whom = table.Column<string>(type: "TEXT", nullable: true),
                    open_when = table.Column<string>(type: "TEXT", nullable: true),
                    how_to_refer = table.Column<string>(type: "TEXT", nullable: true),
                    phone = table.Column<string>(type: "TEXT", nullable: true),
                    email = table.Column<string>(type: "TEXT", nullable: true),
                    website = table.Column<string>(type: "TEXT", nullable: true),
                    address = table.Column<string>(type: "TEXT", nullable: true),
                    postcode = table.Column<string>(type: "TEXT", nullable: true),
                    who_knows_us = table.Column<string>(type: "TEXT", nullable: true),
                    @public = table.Column<bool>(name: "public", type: "INTEGER", nullable: false),
                    checked_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    checked_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    checked_by_name = table.Column<string>(type: "TEXT", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    closed_why = table.Column<string>(type: "TEXT", nullable: true),
                    imported_id = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partner", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "passed_back",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    what = table.Column<byte[]>(type: "BLOB", nullable: true),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    outcome = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_passed_back", x => x.id);
                    table.ForeignKey(
                        name: "FK_passed_back_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "passed_back_told",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    passed_back_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    whom = table.Column<byte[]>(type: "BLOB", nullable: true),
                    owes = table.Column<byte[]>(type: "BLOB", nullable: true),
                    told_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    due_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    asked_again = table.Column<int>(type: "INTEGER", nullable: false),
                    asked_again_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    came_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    came = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_passed_back_told", x => x.id);
                    table.ForeignKey(
                        name: "FK_passed_back_told_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "peer_profile",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    peer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    reach_on = table.Column<string>(type: "TEXT", nullable: true),
                    gender = table.Column<string>(type: "TEXT", nullable: true),
                    languages = table.Column<string>(type: "TEXT", nullable: true),
                    neighbourhood = table.Column<string>(type: "TEXT", nullable: true),
                    could_days = table.Column<int>(type: "INTEGER", nullable: false),
                    enough_calls = table.Column<int>(type: "INTEGER", nullable: true),
                    enough_minutes = table.Column<int>(type: "INTEGER", nullable: true),
                    shares_load = table.Column<bool>(type: "INTEGER", nullable: false),
                    remind_by = table.Column<string>(type: "TEXT", nullable: false),
                    remind_on = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_peer_profile", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person_account",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<DateTime>(type: "TEXT", nullable: false),
                    until = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_account", x => x.id);
                    table.ForeignKey(
                        name: "FK_person_account_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "person_feedback",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    way = table.Column<string>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    felt_supported = table.Column<string>(type: "TEXT", nullable: true),
                    would_have_turned = table.Column<string>(type: "TEXT", nullable: true),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_feedback", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "person_offer",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_person_offer", x => x.id);
                    table.ForeignKey(
                        name: "FK_person_offer_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "plan_version",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    made_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    by_the_person = table.Column<bool>(type: "INTEGER", nullable: false),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_plan_version", x => x.id);
                    table.ForeignKey(
                        name: "FK_plan_version_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pot",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    from = table.Column<string>(type: "TEXT", nullable: true),
                    @for = table.Column<string>(name: "for", type: "TEXT", nullable: true),
                    item = table.Column<string>(type: "TEXT", nullable: true),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    put_in_pence = table.Column<long>(type: "INTEGER", nullable: false),
                    promised_pence = table.Column<long>(type: "INTEGER", nullable: false),
                    spent_pence = table.Column<long>(type: "INTEGER", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    closed_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pot", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "printed_figure",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    row = table.Column<string>(type: "TEXT", nullable: false),
                    column = table.Column<string>(type: "TEXT", nullable: false),
                    raw = table.Column<string>(type: "TEXT", nullable: false),
                    read_as = table.Column<string>(type: "TEXT", nullable: true),
                    is_percent = table.Column<bool>(type: "INTEGER", nullable: false),
                    @base = table.Column<int>(name: "base", type: "INTEGER", nullable: true),
                    position = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_printed_figure", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "purse_claim",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    peer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    peer_name = table.Column<string>(type: "TEXT", nullable: false),
                    pence = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    item = table.Column<string>(type: "TEXT", nullable: true),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    receipt = table.Column<string>(type: "TEXT", nullable: true),
                    help_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    pot_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_by_name = table.Column<string>(type: "TEXT", nullable: true),
                    answer = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_purse_claim", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rate",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    component = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    unit = table.Column<string>(type: "TEXT", nullable: false),
                    pence = table.Column<long>(type: "INTEGER", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    agreed_by = table.Column<string>(type: "TEXT", nullable: true),
                    source = table.Column<string>(type: "TEXT", nullable: true),
                    price_year = table.Column<string>(type: "TEXT", nullable: true),
                    taken_back_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rate", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "receipt_photo",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    of_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    type = table.Column<string>(type: "TEXT", nullable: false),
                    picture = table.Column<byte[]>(type: "BLOB", nullable: true),
                    added_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    added_by_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_receipt_photo", x => x.id);
                    table.ForeignKey(
                        name: "FK_receipt_photo_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reference_figure",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    year = table.Column<string>(type: "TEXT", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    value = table.Column<string>(type: "TEXT", nullable: false),
                    source = table.Column<string>(type: "TEXT", nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reference_figure", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "reminder",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    about_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    good_until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    next_try_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    tries = table.Column<int>(type: "INTEGER", nullable: false),
                    trying_since = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    let_be_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    fault = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reminder", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "rhythm",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    every_days = table.Column<int>(type: "INTEGER", nullable: true),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    made_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_rhythm", x => x.id);
                    table.ForeignKey(
                        name: "FK_rhythm_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "sad_news",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    death_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    peer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    mistake_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    mistake_read_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_sad_news", x => x.id);
                    table.ForeignKey(
                        name: "FK_sad_news_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shift",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    site_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ends_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    least_peers = table.Column<int>(type: "INTEGER", nullable: false),
                    cancelled_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shift", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "since_mark",
                columns: table => new
                {
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    read_up_to = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_since_mark", x => x.user_id);
                });

            migrationBuilder.CreateTable(
                name: "site",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_site", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stock_item",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    item = table.Column<string>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    low_at = table.Column<int>(type: "INTEGER", nullable: true),
                    retired_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stock_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "stock_move",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    stock_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    count = table.Column<int>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    help_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stock_move", x => x.id);
                    table.ForeignKey(
                        name: "FK_stock_move_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "stopped_row",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    death_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    what = table.Column<string>(type: "TEXT", nullable: false),
                    stopped_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    started_again_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_stopped_row", x => x.id);
                    table.ForeignKey(
                        name: "FK_stopped_row_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "story",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    name_shown = table.Column<string>(type: "TEXT", nullable: false),
                    name = table.Column<byte[]>(type: "BLOB", nullable: true),
                    told_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "BLOB", nullable: true),
                    taken_back_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_story", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "support_given",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    sample_week = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    seconds = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_given", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "support_item",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    code = table.Column<string>(type: "TEXT", nullable: false),
                    label = table.Column<string>(type: "TEXT", nullable: false),
                    usual_pence = table.Column<long>(type: "INTEGER", nullable: true),
                    usually = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    retired_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_item", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "support_level",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    name_key = table.Column<string>(type: "TEXT", nullable: false),
                    level = table.Column<string>(type: "TEXT", nullable: false),
                    stopped_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_level", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "support_level_month",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    month = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_level_month", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "support_task",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    what = table.Column<byte[]>(type: "BLOB", nullable: true),
                    peer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    made_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    made_in_contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    for_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ended_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    outcome = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_support_task", x => x.id);
                    table.ForeignKey(
                        name: "FK_support_task_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "survey_round",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    opens_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    closes_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    secret_hash = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_round", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "unmet_need",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    need = table.Column<string>(type: "TEXT", nullable: false),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    beyond = table.Column<bool>(type: "INTEGER", nullable: false),
                    noted_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    noted_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    taken_back_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_unmet_need", x => x.id);
                    table.ForeignKey(
                        name: "FK_unmet_need_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "value_settings",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    counts_support_given = table.Column<bool>(type: "INTEGER", nullable: false),
                    hours_a_year = table.Column<int>(type: "INTEGER", nullable: false),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_value_settings", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "value_statement",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    from = table.Column<int>(type: "INTEGER", nullable: false),
                    to = table.Column<int>(type: "INTEGER", nullable: false),
                    figures = table.Column<string>(type: "TEXT", nullable: false),
                    prepared_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    prepared_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    prepared_by = table.Column<string>(type: "TEXT", nullable: false),
                    checked_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    checked_by = table.Column<string>(type: "TEXT", nullable: true),
                    published_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    published_by = table.Column<string>(type: "TEXT", nullable: true),
                    restates_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    why = table.Column<string>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_value_statement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "visit",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    first_name = table.Column<byte[]>(type: "BLOB", nullable: true),
                    site_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    arrived_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    left_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visit", x => x.id);
                    table.ForeignKey(
                        name: "FK_visit_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "voucher",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    scheme_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    household_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    number = table.Column<string>(type: "TEXT", nullable: true),
                    pence = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    good_until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    redeemed_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    beyond = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_voucher", x => x.id);
                    table.ForeignKey(
                        name: "FK_voucher_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "voucher_rule",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    scheme_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    from = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    most_each = table.Column<int>(type: "INTEGER", nullable: false),
                    months = table.Column<int>(type: "INTEGER", nullable: false),
                    cut_offs = table.Column<string>(type: "TEXT", nullable: false),
                    summer_pence = table.Column<long>(type: "INTEGER", nullable: false),
                    winter_pence = table.Column<long>(type: "INTEGER", nullable: false),
                    winter_from = table.Column<int>(type: "INTEGER", nullable: false),
                    winter_until = table.Column<int>(type: "INTEGER", nullable: false),
                    good_for_days = table.Column<int>(type: "INTEGER", nullable: true),
                    taken_back_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_voucher_rule", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "voucher_scheme",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    name = table.Column<string>(type: "TEXT", nullable: false),
                    partner = table.Column<string>(type: "TEXT", nullable: true),
                    item = table.Column<string>(type: "TEXT", nullable: false),
                    issued = table.Column<int>(type: "INTEGER", nullable: false),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_voucher_scheme", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "word_to_us",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    received_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    from = table.Column<byte[]>(type: "BLOB", nullable: true),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    what_was_done = table.Column<byte[]>(type: "BLOB", nullable: true),
                    settled_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_word_to_us", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "counselling_slot",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    counsellor_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    starts_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    minutes = table.Column<int>(type: "INTEGER", nullable: false),
                    appointment_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    taken_back_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_counselling_slot", x => x.id);
                    table.ForeignKey(
                        name: "FK_counselling_slot_counsellor_counsellor_id",
                        column: x => x.counsellor_id,
                        principalTable: "counsellor",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "reviewed_file",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    review_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    number = table.Column<int>(type: "INTEGER", nullable: false),
                    active = table.Column<bool>(type: "INTEGER", nullable: false),
                    read_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    read_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_reviewed_file", x => x.id);
                    table.ForeignKey(
                        name: "FK_reviewed_file_file_review_review_id",
                        column: x => x.review_id,
                        principalTable: "file_review",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "handover_line",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    handover_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    part = table.Column<string>(type: "TEXT", nullable: false),
                    position = table.Column<int>(type: "INTEGER", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover_line", x => x.id);
                    table.ForeignKey(
                        name: "FK_handover_line_handover_handover_id",
                        column: x => x.handover_id,
                        principalTable: "handover",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_handover_line_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "keep_apart_side",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    keep_apart_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    user_id = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_keep_apart_side", x => x.id);
                    table.ForeignKey(
                        name: "FK_keep_apart_side_keep_apart_keep_apart_id",
                        column: x => x.keep_apart_id,
                        principalTable: "keep_apart",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_keep_apart_side_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "connection",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    partner_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    partner_name = table.Column<string>(type: "TEXT", nullable: false),
                    kind = table.Column<string>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    what = table.Column<byte[]>(type: "BLOB", nullable: true),
                    shares = table.Column<string>(type: "TEXT", nullable: true),
                    asked_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    asked_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    asked_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    sent_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    sent_by = table.Column<string>(type: "TEXT", nullable: true),
                    sent_words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    answered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    refused_why = table.Column<string>(type: "TEXT", nullable: true),
                    refused_words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    offer_due_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    first_offered_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    first_offered_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    late_why = table.Column<string>(type: "TEXT", nullable: true),
                    first_kept_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    outcome = table.Column<string>(type: "TEXT", nullable: true),
                    outcome_words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_connection", x => x.id);
                    table.ForeignKey(
                        name: "FK_connection_partner_partner_id",
                        column: x => x.partner_id,
                        principalTable: "partner",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_connection_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "help_given",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    item = table.Column<string>(type: "TEXT", nullable: false),
                    pence = table.Column<long>(type: "INTEGER", nullable: false),
                    came_back_pence = table.Column<long>(type: "INTEGER", nullable: false),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    way = table.Column<string>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    peer_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    peer_name = table.Column<string>(type: "TEXT", nullable: false),
                    contact_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    pot_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    stock_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    voucher_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    claim_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    receipt = table.Column<string>(type: "TEXT", nullable: true),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true),
                    made_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    made_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    ended_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_help_given", x => x.id);
                    table.ForeignKey(
                        name: "FK_help_given_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_help_given_pot_pot_id",
                        column: x => x.pot_id,
                        principalTable: "pot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "pot_entry",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    pot_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    kind = table.Column<string>(type: "TEXT", nullable: false),
                    pence = table.Column<long>(type: "INTEGER", nullable: false),
                    day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    by_name = table.Column<string>(type: "TEXT", nullable: false),
                    help_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    claim_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    beyond = table.Column<bool>(type: "INTEGER", nullable: false),
                    words = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_pot_entry", x => x.id);
                    table.ForeignKey(
                        name: "FK_pot_entry_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_pot_entry_pot_pot_id",
                        column: x => x.pot_id,
                        principalTable: "pot",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "shift_place",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    shift_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    peer_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    role = table.Column<string>(type: "TEXT", nullable: false),
                    at_home = table.Column<bool>(type: "INTEGER", nullable: false),
                    reach_on = table.Column<string>(type: "TEXT", nullable: true),
                    signed_on_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    signed_off_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    given_up_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    heard_at = table.Column<DateTime>(type: "TEXT", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_shift_place", x => x.id);
                    table.ForeignKey(
                        name: "FK_shift_place_shift_shift_id",
                        column: x => x.shift_id,
                        principalTable: "shift",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "story_consent",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    story_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", nullable: false),
                    given_on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    until = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    taken_back_at = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_story_consent", x => x.id);
                    table.ForeignKey(
                        name: "FK_story_consent_story_story_id",
                        column: x => x.story_id,
                        principalTable: "story",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "story_use",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    story_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    purpose = table.Column<string>(type: "TEXT", nullable: false),
                    on = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    pack_number = table.Column<int>(type: "INTEGER", nullable: true),
                    where = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_story_use", x => x.id);
                    table.ForeignKey(
                        name: "FK_story_use_story_story_id",
                        column: x => x.story_id,
                        principalTable: "story",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "survey_answer",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    round_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    ease_of_referring = table.Column<string>(type: "TEXT", nullable: true),
                    courtesy_on_calls = table.Column<string>(type: "TEXT", nullable: true),
                    knowledge_and_ability = table.Column<string>(type: "TEXT", nullable: true),
                    partnership = table.Column<string>(type: "TEXT", nullable: true),
                    without = table.Column<byte[]>(type: "BLOB", nullable: true),
                    anything_else = table.Column<byte[]>(type: "BLOB", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_survey_answer", x => x.id);
                    table.ForeignKey(
                        name: "FK_survey_answer_survey_round_round_id",
                        column: x => x.round_id,
                        principalTable: "survey_round",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "review_answer",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    file_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    question = table.Column<string>(type: "TEXT", nullable: false),
                    answer = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_review_answer", x => x.id);
                    table.ForeignKey(
                        name: "FK_review_answer_reviewed_file_file_id",
                        column: x => x.file_id,
                        principalTable: "reviewed_file",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "appointment",
                columns: table => new
                {
                    id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    connection_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    person_id = table.Column<byte[]>(type: "BLOB", nullable: false),
                    at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    slot_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    state = table.Column<string>(type: "TEXT", nullable: false),
                    offered_at = table.Column<DateTime>(type: "TEXT", nullable: false),
                    offered_by_id = table.Column<byte[]>(type: "BLOB", nullable: true),
                    version = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_appointment", x => x.id);
                    table.ForeignKey(
                        name: "FK_appointment_connection_connection_id",
                        column: x => x.connection_id,
                        principalTable: "connection",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_appointment_person_person_id",
                        column: x => x.person_id,
                        principalTable: "person",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_promise_for_id",
                table: "promise",
                column: "for_id");

            migrationBuilder.CreateIndex(
                name: "ix_agreement_person_id_until",
                table: "agreement",
                columns: new[] { "person_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_appointment_connection_id",
                table: "appointment",
                column: "connection_id");

            migrationBuilder.CreateIndex(
                name: "ix_appointment_person_id",
                table: "appointment",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_ask_person_id",
                table: "ask",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_ask_state",
                table: "ask",
                column: "state");

            migrationBuilder.CreateIndex(
                name: "ix_asked_for_person_id",
                table: "asked_for",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_book_count_book_day",
                table: "book_count",
                columns: new[] { "book", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_break_glass_at",
                table: "break_glass",
                column: "at");

            migrationBuilder.CreateIndex(
                name: "ix_break_glass_person_id",
                table: "break_glass",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_break_glass_whose_id_at",
                table: "break_glass",
                columns: new[] { "whose_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_calendar_link_peer_id",
                table: "calendar_link",
                column: "peer_id",
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_calendar_link_secret_hash",
                table: "calendar_link",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_call_under_way_ended_at_peer_id",
                table: "call_under_way",
                columns: new[] { "ended_at", "peer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_call_under_way_person_id",
                table: "call_under_way",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_cause_ended_on",
                table: "cause",
                column: "ended_on");

            migrationBuilder.CreateIndex(
                name: "ix_cause_person_id",
                table: "cause",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_cause_deadline_cause_id",
                table: "cause_deadline",
                column: "cause_id");

            migrationBuilder.CreateIndex(
                name: "ix_cause_deadline_person_id",
                table: "cause_deadline",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_centre_sign_in_day_at",
                table: "centre_sign_in",
                columns: new[] { "day", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_centre_sign_in_member_id_day",
                table: "centre_sign_in",
                columns: new[] { "member_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_centre_sign_in_person_id_day",
                table: "centre_sign_in",
                columns: new[] { "person_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_centre_sign_in_session_day",
                table: "centre_sign_in",
                columns: new[] { "session", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_concern_closed_at_raised_at",
                table: "concern",
                columns: new[] { "closed_at", "raised_at" });

            migrationBuilder.CreateIndex(
                name: "ix_concern_person_id",
                table: "concern",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_concern_raised_by_id_raised_at",
                table: "concern",
                columns: new[] { "raised_by_id", "raised_at" });

            migrationBuilder.CreateIndex(
                name: "ix_concern_told_concern_id",
                table: "concern_told",
                column: "concern_id");

            migrationBuilder.CreateIndex(
                name: "ix_concern_told_person_id",
                table: "concern_told",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_connection_answered_on",
                table: "connection",
                column: "answered_on");

            migrationBuilder.CreateIndex(
                name: "ix_connection_asked_on",
                table: "connection",
                column: "asked_on");

            migrationBuilder.CreateIndex(
                name: "ix_connection_ended_on",
                table: "connection",
                column: "ended_on");

            migrationBuilder.CreateIndex(
                name: "ix_connection_first_kept_on",
                table: "connection",
                column: "first_kept_on");

            migrationBuilder.CreateIndex(
                name: "ix_connection_partner_id_state",
                table: "connection",
                columns: new[] { "partner_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_connection_person_id",
                table: "connection",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_contract_plan_from",
                table: "contract_plan",
                column: "from",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_counselling_slot_counsellor_id",
                table: "counselling_slot",
                column: "counsellor_id");

            migrationBuilder.CreateIndex(
                name: "ix_counselling_slot_starts_at",
                table: "counselling_slot",
                column: "starts_at");

            migrationBuilder.CreateIndex(
                name: "ix_crisis_entry_day",
                table: "crisis_entry",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_crisis_entry_person_id",
                table: "crisis_entry",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_crisis_entry_spell_id",
                table: "crisis_entry",
                column: "spell_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_death_person_id",
                table: "death",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_death_told_death_id",
                table: "death_told",
                column: "death_id");

            migrationBuilder.CreateIndex(
                name: "ix_death_told_person_id",
                table: "death_told",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_debrief_contact_id",
                table: "debrief",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_debrief_ended_at_peer_id",
                table: "debrief",
                columns: new[] { "ended_at", "peer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_delivery_round_day",
                table: "delivery_round",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_round_driver_id_done_at",
                table: "delivery_round",
                columns: new[] { "driver_id", "done_at" });

            migrationBuilder.CreateIndex(
                name: "ix_delivery_stop_help_id",
                table: "delivery_stop",
                column: "help_id");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_stop_person_id",
                table: "delivery_stop",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_delivery_stop_round_id_position",
                table: "delivery_stop",
                columns: new[] { "round_id", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_direct_return_day",
                table: "direct_return",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_direct_return_person_id",
                table: "direct_return",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_direct_return_referrer_id_at",
                table: "direct_return",
                columns: new[] { "referrer_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_direction_ended_at",
                table: "direction",
                column: "ended_at");

            migrationBuilder.CreateIndex(
                name: "ix_direction_of_person",
                table: "direction",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_direction_peer_id_ended_at",
                table: "direction",
                columns: new[] { "peer_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_direction_person_id",
                table: "direction",
                column: "person_id",
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_door_address_secret_hash",
                table: "door_address",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_doorstep_note_person_id_at",
                table: "doorstep_note",
                columns: new[] { "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_fallback_peer_peer_id",
                table: "fallback_peer",
                column: "peer_id",
                unique: true,
                filter: "ended_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_feedback_link_secret_hash",
                table: "feedback_link",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_handover_signed_at",
                table: "handover",
                column: "signed_at");

            migrationBuilder.CreateIndex(
                name: "ix_handover_written_by_id_signed_at",
                table: "handover",
                columns: new[] { "written_by_id", "signed_at" });

            migrationBuilder.CreateIndex(
                name: "ix_handover_line_handover_id",
                table: "handover_line",
                column: "handover_id");

            migrationBuilder.CreateIndex(
                name: "ix_handover_line_person_id",
                table: "handover_line",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_handover_read_handover_id_reader_id",
                table: "handover_read",
                columns: new[] { "handover_id", "reader_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_help_given_contact_id",
                table: "help_given",
                column: "contact_id");

            migrationBuilder.CreateIndex(
                name: "ix_help_given_person_id_at",
                table: "help_given",
                columns: new[] { "person_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_help_given_pot_id",
                table: "help_given",
                column: "pot_id");

            migrationBuilder.CreateIndex(
                name: "ix_help_given_state_day",
                table: "help_given",
                columns: new[] { "state", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_help_offer_ended_at",
                table: "help_offer",
                column: "ended_at");

            migrationBuilder.CreateIndex(
                name: "ix_help_offer_person_id",
                table: "help_offer",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_hospital_stay_home_at",
                table: "hospital_stay",
                column: "home_at");

            migrationBuilder.CreateIndex(
                name: "ix_hospital_stay_person_id",
                table: "hospital_stay",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_household_member_household_id_until",
                table: "household_member",
                columns: new[] { "household_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_household_member_person_id_until",
                table: "household_member",
                columns: new[] { "person_id", "until" });

            migrationBuilder.CreateIndex(
                name: "ix_income_month",
                table: "income",
                column: "month");

            migrationBuilder.CreateIndex(
                name: "ix_keep_apart_until",
                table: "keep_apart",
                column: "until");

            migrationBuilder.CreateIndex(
                name: "ix_keep_apart_side_keep_apart_id",
                table: "keep_apart_side",
                column: "keep_apart_id");

            migrationBuilder.CreateIndex(
                name: "ix_keep_apart_side_person_id",
                table: "keep_apart_side",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_keep_apart_side_user_id",
                table: "keep_apart_side",
                column: "user_id");

            migrationBuilder.CreateIndex(
                name: "ix_keyholder_keyholder_id",
                table: "keyholder",
                column: "keyholder_id");

            migrationBuilder.CreateIndex(
                name: "ix_keyholder_peer_id_keyholder_id",
                table: "keyholder",
                columns: new[] { "peer_id", "keyholder_id" },
                unique: true,
                filter: "until IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_leader_hours_month_name_key",
                table: "leader_hours",
                columns: new[] { "month", "name_key" });

            migrationBuilder.CreateIndex(
                name: "ix_leader_hours_user_id_week",
                table: "leader_hours",
                columns: new[] { "user_id", "week" });

            migrationBuilder.CreateIndex(
                name: "ix_leader_hours_week_name_key_level",
                table: "leader_hours",
                columns: new[] { "week", "name_key", "level" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_member_card",
                table: "member",
                column: "card",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_member_name_key",
                table: "member",
                column: "name_key");

            migrationBuilder.CreateIndex(
                name: "ix_member_number",
                table: "member",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_member_person_id",
                table: "member",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_month_closing_month_number",
                table: "month_closing",
                columns: new[] { "month", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_night_sheet_made_made_at",
                table: "night_sheet_made",
                column: "made_at");

            migrationBuilder.CreateIndex(
                name: "ix_objective_evidence_month_objective",
                table: "objective_evidence",
                columns: new[] { "month", "objective" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_own_page_invitation_person_id",
                table: "own_page_invitation",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_pack_number",
                table: "pack",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_pack_restates",
                table: "pack",
                column: "restates",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_partner_imported_id",
                table: "partner",
                column: "imported_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_passed_back_closed_at",
                table: "passed_back",
                column: "closed_at");

            migrationBuilder.CreateIndex(
                name: "ix_passed_back_person_id",
                table: "passed_back",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_passed_back_told_passed_back_id",
                table: "passed_back_told",
                column: "passed_back_id");

            migrationBuilder.CreateIndex(
                name: "ix_passed_back_told_person_id",
                table: "passed_back_told",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_peer_profile_peer_id",
                table: "peer_profile",
                column: "peer_id",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_person_account_person_id",
                table: "person_account",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_account_user_id",
                table: "person_account",
                column: "user_id",
                unique: true,
                filter: "until IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_person_feedback_day",
                table: "person_feedback",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_person_offer_person_id",
                table: "person_offer",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_version_person_id_made_at",
                table: "plan_version",
                columns: new[] { "person_id", "made_at" });

            migrationBuilder.CreateIndex(
                name: "ix_pot_entry_claim_id",
                table: "pot_entry",
                column: "claim_id");

            migrationBuilder.CreateIndex(
                name: "ix_pot_entry_help_id",
                table: "pot_entry",
                column: "help_id");

            migrationBuilder.CreateIndex(
                name: "ix_pot_entry_person_id",
                table: "pot_entry",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_pot_entry_pot_id_at",
                table: "pot_entry",
                columns: new[] { "pot_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_printed_figure_source_position",
                table: "printed_figure",
                columns: new[] { "source", "position" });

            migrationBuilder.CreateIndex(
                name: "ix_purse_claim_peer_id_asked_at",
                table: "purse_claim",
                columns: new[] { "peer_id", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_purse_claim_state_asked_at",
                table: "purse_claim",
                columns: new[] { "state", "asked_at" });

            migrationBuilder.CreateIndex(
                name: "ix_rate_component_level_from",
                table: "rate",
                columns: new[] { "component", "level", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_receipt_photo_of_id",
                table: "receipt_photo",
                column: "of_id");

            migrationBuilder.CreateIndex(
                name: "ix_receipt_photo_person_id",
                table: "receipt_photo",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_reminder_made_at",
                table: "reminder",
                column: "made_at");

            migrationBuilder.CreateIndex(
                name: "ix_reminder_next_try_at",
                table: "reminder",
                column: "next_try_at",
                filter: "sent_at IS NULL AND let_be_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_reminder_user_id_kind_about_id",
                table: "reminder",
                columns: new[] { "user_id", "kind", "about_id" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_review_answer_file_id_question",
                table: "review_answer",
                columns: new[] { "file_id", "question" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_reviewed_file_person_id",
                table: "reviewed_file",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_reviewed_file_review_id_number",
                table: "reviewed_file",
                columns: new[] { "review_id", "number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_rhythm_person_id_ended_at",
                table: "rhythm",
                columns: new[] { "person_id", "ended_at" });

            migrationBuilder.CreateIndex(
                name: "ix_sad_news_death_id",
                table: "sad_news",
                column: "death_id");

            migrationBuilder.CreateIndex(
                name: "ix_sad_news_peer_id_read_at",
                table: "sad_news",
                columns: new[] { "peer_id", "read_at" });

            migrationBuilder.CreateIndex(
                name: "ix_sad_news_person_id",
                table: "sad_news",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_shift_ends_at",
                table: "shift",
                column: "ends_at");

            migrationBuilder.CreateIndex(
                name: "ix_shift_place_peer_id_signed_off_at",
                table: "shift_place",
                columns: new[] { "peer_id", "signed_off_at" });

            migrationBuilder.CreateIndex(
                name: "ix_shift_place_shift_id_peer_id",
                table: "shift_place",
                columns: new[] { "shift_id", "peer_id" },
                unique: true,
                filter: "given_up_at IS NULL");

            migrationBuilder.CreateIndex(
                name: "ix_stock_move_help_id",
                table: "stock_move",
                column: "help_id");

            migrationBuilder.CreateIndex(
                name: "ix_stock_move_person_id",
                table: "stock_move",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_stock_move_stock_id_at",
                table: "stock_move",
                columns: new[] { "stock_id", "at" });

            migrationBuilder.CreateIndex(
                name: "ix_stopped_row_death_id",
                table: "stopped_row",
                column: "death_id");

            migrationBuilder.CreateIndex(
                name: "ix_stopped_row_person_id",
                table: "stopped_row",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_story_person_id",
                table: "story",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_story_secret_hash",
                table: "story",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_story_told_on",
                table: "story",
                column: "told_on");

            migrationBuilder.CreateIndex(
                name: "ix_story_consent_story_id_purpose",
                table: "story_consent",
                columns: new[] { "story_id", "purpose" });

            migrationBuilder.CreateIndex(
                name: "ix_story_use_story_id",
                table: "story_use",
                column: "story_id");

            migrationBuilder.CreateIndex(
                name: "ix_support_given_month_kind",
                table: "support_given",
                columns: new[] { "month", "kind" });

            migrationBuilder.CreateIndex(
                name: "ix_support_item_code",
                table: "support_item",
                column: "code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_support_level_month_name_key",
                table: "support_level",
                columns: new[] { "month", "name_key" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_support_level_month_month",
                table: "support_level_month",
                column: "month",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_support_task_for_id",
                table: "support_task",
                column: "for_id");

            migrationBuilder.CreateIndex(
                name: "ix_support_task_person_id_state",
                table: "support_task",
                columns: new[] { "person_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_support_task_state_peer_id",
                table: "support_task",
                columns: new[] { "state", "peer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_survey_answer_round_id",
                table: "survey_answer",
                column: "round_id");

            migrationBuilder.CreateIndex(
                name: "ix_survey_round_closes_on",
                table: "survey_round",
                column: "closes_on");

            migrationBuilder.CreateIndex(
                name: "ix_survey_round_secret_hash",
                table: "survey_round",
                column: "secret_hash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_unmet_need_day",
                table: "unmet_need",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_unmet_need_person_id",
                table: "unmet_need",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_value_statement_number",
                table: "value_statement",
                column: "number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_visit_left_at",
                table: "visit",
                column: "left_at");

            migrationBuilder.CreateIndex(
                name: "ix_visit_person_id",
                table: "visit",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_voucher_household_id_day",
                table: "voucher",
                columns: new[] { "household_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_voucher_person_id_day",
                table: "voucher",
                columns: new[] { "person_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_voucher_scheme_id_day",
                table: "voucher",
                columns: new[] { "scheme_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_voucher_state_good_until",
                table: "voucher",
                columns: new[] { "state", "good_until" });

            migrationBuilder.CreateIndex(
                name: "ix_voucher_rule_scheme_id_from",
                table: "voucher_rule",
                columns: new[] { "scheme_id", "from" });

            migrationBuilder.CreateIndex(
                name: "ix_word_to_us_received_on",
                table: "word_to_us",
                column: "received_on");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreement");

            migrationBuilder.DropTable(
                name: "appointment");

            migrationBuilder.DropTable(
                name: "ask");

            migrationBuilder.DropTable(
                name: "asked_for");

            migrationBuilder.DropTable(
                name: "book_count");

            migrationBuilder.DropTable(
                name: "break_glass");

            migrationBuilder.DropTable(
                name: "calendar_link");

            migrationBuilder.DropTable(
                name: "call_under_way");

            migrationBuilder.DropTable(
                name: "cause");

            migrationBuilder.DropTable(
                name: "cause_deadline");

            migrationBuilder.DropTable(
                name: "centre_sign_in");

            migrationBuilder.DropTable(
                name: "coming_back_agreement");

            migrationBuilder.DropTable(
                name: "concern");

            migrationBuilder.DropTable(
                name: "concern_told");

            migrationBuilder.DropTable(
                name: "connection_rules");

            migrationBuilder.DropTable(
                name: "contract_plan");

            migrationBuilder.DropTable(
                name: "counselling_slot");

            migrationBuilder.DropTable(
                name: "cover_settings");

            migrationBuilder.DropTable(
                name: "crisis_entry");

            migrationBuilder.DropTable(
                name: "death");

            migrationBuilder.DropTable(
                name: "death_told");

            migrationBuilder.DropTable(
                name: "debrief");

            migrationBuilder.DropTable(
                name: "delivery_round");

            migrationBuilder.DropTable(
                name: "delivery_stop");

            migrationBuilder.DropTable(
                name: "desk_settings");

            migrationBuilder.DropTable(
                name: "direct_return");

            migrationBuilder.DropTable(
                name: "direction");

            migrationBuilder.DropTable(
                name: "door_address");

            migrationBuilder.DropTable(
                name: "doorstep_note");

            migrationBuilder.DropTable(
                name: "emergency_step");

            migrationBuilder.DropTable(
                name: "fallback_peer");

            migrationBuilder.DropTable(
                name: "feedback_link");

            migrationBuilder.DropTable(
                name: "follow_up_rules");

            migrationBuilder.DropTable(
                name: "handover_line");

            migrationBuilder.DropTable(
                name: "handover_read");

            migrationBuilder.DropTable(
                name: "help_given");

            migrationBuilder.DropTable(
                name: "help_offer");

            migrationBuilder.DropTable(
                name: "hospital_stay");

            migrationBuilder.DropTable(
                name: "household");

            migrationBuilder.DropTable(
                name: "household_member");

            migrationBuilder.DropTable(
                name: "income");

            migrationBuilder.DropTable(
                name: "keep_apart_side");

            migrationBuilder.DropTable(
                name: "keyholder");

            migrationBuilder.DropTable(
                name: "leader_hours");

            migrationBuilder.DropTable(
                name: "member");

            migrationBuilder.DropTable(
                name: "month_closing");

            migrationBuilder.DropTable(
                name: "night_sheet_made");

            migrationBuilder.DropTable(
                name: "objective_evidence");

            migrationBuilder.DropTable(
                name: "own_page_invitation");

            migrationBuilder.DropTable(
                name: "pack");

            migrationBuilder.DropTable(
                name: "passed_back");

            migrationBuilder.DropTable(
                name: "passed_back_told");

            migrationBuilder.DropTable(
                name: "peer_profile");

            migrationBuilder.DropTable(
                name: "person_account");

            migrationBuilder.DropTable(
                name: "person_feedback");

            migrationBuilder.DropTable(
                name: "person_offer");

            migrationBuilder.DropTable(
                name: "plan_version");

            migrationBuilder.DropTable(
                name: "pot_entry");

            migrationBuilder.DropTable(
                name: "printed_figure");

            migrationBuilder.DropTable(
                name: "purse_claim");

            migrationBuilder.DropTable(
                name: "rate");

            migrationBuilder.DropTable(
                name: "receipt_photo");

            migrationBuilder.DropTable(
                name: "reference_figure");

            migrationBuilder.DropTable(
                name: "reminder");

            migrationBuilder.DropTable(
                name: "review_answer");

            migrationBuilder.DropTable(
                name: "rhythm");

            migrationBuilder.DropTable(
                name: "sad_news");

            migrationBuilder.DropTable(
                name: "shift_place");

            migrationBuilder.DropTable(
                name: "since_mark");

            migrationBuilder.DropTable(
                name: "site");

            migrationBuilder.DropTable(
                name: "stock_item");

            migrationBuilder.DropTable(
                name: "stock_move");

            migrationBuilder.DropTable(
                name: "stopped_row");

            migrationBuilder.DropTable(
                name: "story_consent");

            migrationBuilder.DropTable(
                name: "story_use");

            migrationBuilder.DropTable(
                name: "support_given");

            migrationBuilder.DropTable(
                name: "support_item");

            migrationBuilder.DropTable(
                name: "support_level");

            migrationBuilder.DropTable(
                name: "support_level_month");

            migrationBuilder.DropTable(
                name: "support_task");

            migrationBuilder.DropTable(
                name: "survey_answer");

            migrationBuilder.DropTable(
                name: "unmet_need");

            migrationBuilder.DropTable(
                name: "value_settings");

            migrationBuilder.DropTable(
                name: "value_statement");

            migrationBuilder.DropTable(
                name: "visit");

            migrationBuilder.DropTable(
                name: "voucher");

            migrationBuilder.DropTable(
                name: "voucher_rule");

            migrationBuilder.DropTable(
                name: "voucher_scheme");

            migrationBuilder.DropTable(
                name: "word_to_us");

            migrationBuilder.DropTable(
                name: "connection");

            migrationBuilder.DropTable(
                name: "counsellor");

            migrationBuilder.DropTable(
                name: "handover");

            migrationBuilder.DropTable(
                name: "keep_apart");

            migrationBuilder.DropTable(
                name: "pot");

            migrationBuilder.DropTable(
                name: "reviewed_file");

            migrationBuilder.DropTable(
                name: "shift");

            migrationBuilder.DropTable(
                name: "story");

            migrationBuilder.DropTable(
                name: "survey_round");

            migrationBuilder.DropTable(
                name: "partner");

            migrationBuilder.DropTable(
                name: "file_review");

            migrationBuilder.DropIndex(
                name: "ix_promise_for_id",
                table: "promise");

            migrationBuilder.DropColumn(
                name: "helpers_may_hear",
                table: "spell");

            migrationBuilder.DropColumn(
                name: "asked_by",
                table: "promise");

            migrationBuilder.DropColumn(
                name: "for",
                table: "promise");

            migrationBuilder.DropColumn(
                name: "for_id",
                table: "promise");

            migrationBuilder.DropColumn(
                name: "previous_id",
                table: "promise");

            migrationBuilder.DropColumn(
                name: "died_at",
                table: "person");

            migrationBuilder.DropColumn(
                name: "site_id",
                table: "opening_plan");

            migrationBuilder.DropColumn(
                name: "agreed",
                table: "contact");

            migrationBuilder.DropColumn(
                name: "mood_after",
                table: "contact");

            migrationBuilder.DropColumn(
                name: "mood_before",
                table: "contact");

            migrationBuilder.DropColumn(
                name: "site_id",
                table: "closed_day");
        }
    }
}
