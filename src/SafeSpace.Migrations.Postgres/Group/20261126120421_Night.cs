using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SafeSpace.Migrations.Postgres.Group
{
    /// <inheritdoc />
    public partial class Night : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "coming_back_agreement",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    agreed = table.Column<bool>(type: "boolean", nullable: false),
                    agreed_on = table.Column<DateOnly>(type: "date", nullable: true),
                    agreed_with = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_coming_back_agreement", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "concern",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    raised_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    raised_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    raised_by_name = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<byte[]>(type: "bytea", nullable: true),
                    person_wants = table.Column<byte[]>(type: "bytea", nullable: true),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closed_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    outcome = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    concern_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    whom = table.Column<byte[]>(type: "bytea", nullable: true),
                    told_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    told_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    answer_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    answered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    answer = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    died_on = table.Column<DateOnly>(type: "date", nullable: true),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    said_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    said_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    said_by_name = table.Column<string>(type: "text", nullable: false),
                    taken_back_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    taken_back_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    death_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    whom = table.Column<byte[]>(type: "bytea", nullable: true),
                    told_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    told_by = table.Column<string>(type: "text", nullable: false),
                    noted_by_id = table.Column<Guid>(type: "uuid", nullable: true)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: false),
                    spell_id = table.Column<Guid>(type: "uuid", nullable: true),
                    tell_team = table.Column<bool>(type: "boolean", nullable: false),
                    team = table.Column<string>(type: "text", nullable: true),
                    referrer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    referral_id = table.Column<Guid>(type: "uuid", nullable: true),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    taken_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    taken_by_name = table.Column<string>(type: "text", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    when = table.Column<string>(type: "text", nullable: false),
                    what_to_do = table.Column<string>(type: "text", nullable: false),
                    ring_name = table.Column<string>(type: "text", nullable: true),
                    ring_phone = table.Column<string>(type: "text", nullable: true),
                    owner_id = table.Column<Guid>(type: "uuid", nullable: false),
                    checked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_emergency_step", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "handover",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    written_by_name = table.Column<string>(type: "text", nullable: false),
                    from = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    until = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    signed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "handover_read",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    handover_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reader_id = table.Column<Guid>(type: "uuid", nullable: false),
                    reader_name = table.Column<string>(type: "text", nullable: false),
                    read_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_handover_read", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "night_sheet_made",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    shift_id = table.Column<Guid>(type: "uuid", nullable: true),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    made_by_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_by_name = table.Column<string>(type: "text", nullable: false),
                    way = table.Column<string>(type: "text", nullable: false),
                    people = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_night_sheet_made", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "sad_news",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    death_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    peer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    read_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    mistake_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    mistake_read_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
                    user_id = table.Column<Guid>(type: "uuid", nullable: false),
                    read_up_to = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_since_mark", x => x.user_id);
                });

            migrationBuilder.CreateTable(
                name: "stopped_row",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    death_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<string>(type: "text", nullable: false),
                    stopped_id = table.Column<Guid>(type: "uuid", nullable: false),
                    started_again_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
                name: "handover_line",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    handover_id = table.Column<Guid>(type: "uuid", nullable: false),
                    part = table.Column<string>(type: "text", nullable: false),
                    position = table.Column<int>(type: "integer", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    words = table.Column<byte[]>(type: "bytea", nullable: true)
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
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
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
                name: "handover_line");

            migrationBuilder.DropTable(
                name: "handover_read");

            migrationBuilder.DropTable(
                name: "night_sheet_made");

            migrationBuilder.DropTable(
                name: "sad_news");

            migrationBuilder.DropTable(
                name: "since_mark");

            migrationBuilder.DropTable(
                name: "stopped_row");

            migrationBuilder.DropTable(
                name: "handover");
        }
    }
}
