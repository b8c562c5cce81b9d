using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SafeSpace.Migrations.Sqlite.Group
{
    /// <inheritdoc />
    public partial class Night : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "asked_by",
                table: "promise",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<byte[]>(
                name: "previous_id",
                table: "promise",
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

            migrationBuilder.AddColumn<DateTime>(
                name: "stopped_at",
                table: "call_under_way",
                type: "TEXT",
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

            migrationBuilder.CreateIndex(
                name: "ix_agreement_person_id_until",
                table: "agreement",
                columns: new[] { "person_id", "until" });

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
                name: "ix_night_sheet_made_made_at",
                table: "night_sheet_made",
                column: "made_at");

            migrationBuilder.CreateIndex(
                name: "ix_own_page_invitation_person_id",
                table: "own_page_invitation",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_person_offer_person_id",
                table: "person_offer",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_plan_version_person_id_made_at",
                table: "plan_version",
                columns: new[] { "person_id", "made_at" });

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
                name: "ix_stopped_row_death_id",
                table: "stopped_row",
                column: "death_id");

            migrationBuilder.CreateIndex(
                name: "ix_stopped_row_person_id",
                table: "stopped_row",
                column: "person_id");

            migrationBuilder.CreateIndex(
                name: "ix_support_task_person_id_state",
                table: "support_task",
                columns: new[] { "person_id", "state" });

            migrationBuilder.CreateIndex(
                name: "ix_support_task_state_peer_id",
                table: "support_task",
                columns: new[] { "state", "peer_id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "agreement");

            migrationBuilder.DropTable(
                name: "coming_back_agreement");

            migrationBuilder.DropTable(
                name: "concern");

            migrationBuilder.DropTable(
                name: "concern_told");

            migrationBuilder.DropTable(
                name: "death");

            migrationBuilder.DropTable(
                name: "death_told");

            migrationBuilder.DropTable(
                name: "direct_return");

            migrationBuilder.DropTable(
                name: "emergency_step");

            migrationBuilder.DropTable(
                name: "follow_up_rules");

            migrationBuilder.DropTable(
                name: "handover_line");

            migrationBuilder.DropTable(
                name: "handover_read");

            migrationBuilder.DropTable(
                name: "night_sheet_made");

            migrationBuilder.DropTable(
                name: "own_page_invitation");

            migrationBuilder.DropTable(
                name: "person_offer");

            migrationBuilder.DropTable(
                name: "plan_version");

            migrationBuilder.DropTable(
                name: "rhythm");

            migrationBuilder.DropTable(
                name: "sad_news");

            migrationBuilder.DropTable(
                name: "since_mark");

            migrationBuilder.DropTable(
                name: "stopped_row");

            migrationBuilder.DropTable(
                name: "support_task");

            migrationBuilder.DropTable(
                name: "handover");

            migrationBuilder.DropColumn(
                name: "asked_by",
                table: "promise");

            migrationBuilder.DropColumn(
                name: "previous_id",
                table: "promise");

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
                name: "stopped_at",
                table: "call_under_way");
        }
    }
}
