using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace SafeSpace.Migrations.Postgres.Group
{
    /// <inheritdoc />
    public partial class OtherDoors : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "for_id",
                table: "support_task",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "for",
                table: "promise",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "for_id",
                table: "promise",
                type: "uuid",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ask",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: true),
                    what = table.Column<byte[]>(type: "bytea", nullable: true),
                    wanted_on = table.Column<DateOnly>(type: "date", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    offer_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
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
                name: "cause",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: true),
                    what = table.Column<byte[]>(type: "bytea", nullable: true),
                    begun_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    outcome_words = table.Column<byte[]>(type: "bytea", nullable: true),
                    worth_pence = table.Column<long>(type: "bigint", nullable: true),
                    worth_words = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    cause_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    what = table.Column<byte[]>(type: "bytea", nullable: true),
                    due_on = table.Column<DateOnly>(type: "date", nullable: false),
                    met_on = table.Column<DateOnly>(type: "date", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
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
                name: "connection_rules",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    nation = table.Column<string>(type: "text", nullable: false),
                    working_days = table.Column<int>(type: "integer", nullable: false),
                    publishes = table.Column<bool>(type: "boolean", nullable: false),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_connection_rules", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "counsellor",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    student = table.Column<bool>(type: "boolean", nullable: false),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_counsellor", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "help_offer",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    account_id = table.Column<Guid>(type: "uuid", nullable: true),
                    kind = table.Column<string>(type: "text", nullable: true),
                    what = table.Column<byte[]>(type: "bytea", nullable: true),
                    made_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ended_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    where = table.Column<byte[]>(type: "bytea", nullable: true),
                    since = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    way_home = table.Column<byte[]>(type: "bytea", nullable: true),
                    home_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    how_home = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
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
                name: "partner",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: true),
                    what_for = table.Column<string>(type: "text", nullable: true),
                    for_whom = table.Column<string>(type: "text", nullable: true),
                    open_when = table.Column<string>(type: "text", nullable: true),
                    how_to_refer = table.Column<string>(type: "text", nullable: true),
                    phone = table.Column<string>(type: "text", nullable: true),
                    email = table.Column<string>(type: "text", nullable: true),
                    website = table.Column<string>(type: "text", nullable: true),
                    address = table.Column<string>(type: "text", nullable: true),
                    postcode = table.Column<string>(type: "text", nullable: true),
                    who_knows_us = table.Column<string>(type: "text", nullable: true),
                    @public = table.Column<bool>(name: "public", type: "boolean", nullable: false),
                    checked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    checked_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    checked_by_name = table.Column<string>(type: "text", nullable: false),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    closed_why = table.Column<string>(type: "text", nullable: true),
                    imported_id = table.Column<string>(type: "text", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_partner", x => x.id);
                });

            migrationBuilder.CreateTable(
                name: "passed_back",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    by_name = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<byte[]>(type: "bytea", nullable: true),
                    closed_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    outcome = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
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
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    passed_back_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    whom = table.Column<byte[]>(type: "bytea", nullable: true),
                    owes = table.Column<byte[]>(type: "bytea", nullable: true),
                    told_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    due_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    asked_again = table.Column<int>(type: "integer", nullable: false),
                    asked_again_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    came_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    came = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
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
                name: "unmet_need",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: true),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    need = table.Column<string>(type: "text", nullable: false),
                    words = table.Column<byte[]>(type: "bytea", nullable: true),
                    beyond = table.Column<bool>(type: "boolean", nullable: false),
                    noted_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    noted_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    taken_back_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
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
                name: "counselling_slot",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    counsellor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    starts_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    minutes = table.Column<int>(type: "integer", nullable: false),
                    appointment_id = table.Column<Guid>(type: "uuid", nullable: true),
                    taken_back_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
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
                name: "connection",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    partner_id = table.Column<Guid>(type: "uuid", nullable: true),
                    partner_name = table.Column<string>(type: "text", nullable: false),
                    kind = table.Column<string>(type: "text", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    what = table.Column<byte[]>(type: "bytea", nullable: true),
                    shares = table.Column<string>(type: "text", nullable: true),
                    asked_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    asked_on = table.Column<DateOnly>(type: "date", nullable: false),
                    asked_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    sent_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    sent_by = table.Column<string>(type: "text", nullable: true),
                    sent_words = table.Column<byte[]>(type: "bytea", nullable: true),
                    answered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    refused_why = table.Column<string>(type: "text", nullable: true),
                    refused_words = table.Column<byte[]>(type: "bytea", nullable: true),
                    offer_due_on = table.Column<DateOnly>(type: "date", nullable: true),
                    first_offered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    first_offered_on = table.Column<DateOnly>(type: "date", nullable: true),
                    late_why = table.Column<string>(type: "text", nullable: true),
                    first_kept_on = table.Column<DateOnly>(type: "date", nullable: true),
                    ended_on = table.Column<DateOnly>(type: "date", nullable: true),
                    outcome = table.Column<string>(type: "text", nullable: true),
                    outcome_words = table.Column<byte[]>(type: "bytea", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
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
                name: "appointment",
                columns: table => new
                {
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    connection_id = table.Column<Guid>(type: "uuid", nullable: false),
                    person_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    slot_id = table.Column<Guid>(type: "uuid", nullable: true),
                    state = table.Column<string>(type: "text", nullable: false),
                    offered_at = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    offered_by_id = table.Column<Guid>(type: "uuid", nullable: true),
                    version = table.Column<Guid>(type: "uuid", nullable: false)
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
                name: "ix_support_task_for_id",
                table: "support_task",
                column: "for_id");

            migrationBuilder.CreateIndex(
                name: "ix_promise_for_id",
                table: "promise",
                column: "for_id");

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
                name: "ix_counselling_slot_counsellor_id",
                table: "counselling_slot",
                column: "counsellor_id");

            migrationBuilder.CreateIndex(
                name: "ix_counselling_slot_starts_at",
                table: "counselling_slot",
                column: "starts_at");

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
                name: "ix_unmet_need_day",
                table: "unmet_need",
                column: "day");

            migrationBuilder.CreateIndex(
                name: "ix_unmet_need_person_id",
                table: "unmet_need",
                column: "person_id");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "appointment");

            migrationBuilder.DropTable(
                name: "ask");

            migrationBuilder.DropTable(
                name: "cause");

            migrationBuilder.DropTable(
                name: "cause_deadline");

            migrationBuilder.DropTable(
                name: "connection_rules");

            migrationBuilder.DropTable(
                name: "counselling_slot");

            migrationBuilder.DropTable(
                name: "help_offer");

            migrationBuilder.DropTable(
                name: "hospital_stay");

            migrationBuilder.DropTable(
                name: "passed_back");

            migrationBuilder.DropTable(
                name: "passed_back_told");

            migrationBuilder.DropTable(
                name: "unmet_need");

            migrationBuilder.DropTable(
                name: "connection");

            migrationBuilder.DropTable(
                name: "counsellor");

            migrationBuilder.DropTable(
                name: "partner");

            migrationBuilder.DropIndex(
                name: "ix_support_task_for_id",
                table: "support_task");

            migrationBuilder.DropIndex(
                name: "ix_promise_for_id",
                table: "promise");

            migrationBuilder.DropColumn(
                name: "for_id",
                table: "support_task");

            migrationBuilder.DropColumn(
                name: "for",
                table: "promise");

            migrationBuilder.DropColumn(
                name: "for_id",
                table: "promise");
        }
    }
}
